package org.postmortemflow.reminder.store;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.postmortemflow.people.KeptForATime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of postmortems at work everything is remembered, so that nobody is reminded twice. */
@Component
class ForgetReminders implements KeptForATime {

    private final JdbcClient jdbc;

    ForgetReminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kind kind() {
        return Kind.NOTICES;
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql("""
                                delete from reminder where at < ? and postmortem_id in
                                  (select id from postmortem where status in ('CLOSED', 'WAIVED', 'CANCELLED'))
                                  and not exists (select 1 from follow_up f where f.postmortem_id = reminder.postmortem_id
                                                  and f.state in ('OPEN', 'IN_PROGRESS'))
                                """).param(before.atOffset(UTC)).update()
                + jdbc.sql("""
                                delete from reminder_escalation where at < ? and postmortem_id in
                                  (select id from postmortem where status in ('CLOSED', 'WAIVED', 'CANCELLED'))
                                """).param(before.atOffset(UTC)).update();
    }
}
