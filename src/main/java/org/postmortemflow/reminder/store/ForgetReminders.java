package org.postmortemflow.reminder.store;

import java.util.List;
import org.postmortemflow.people.KeptForATime;
import org.springframework.stereotype.Component;

/** Of postmortems at work everything is remembered, so that nobody is reminded twice. */
@Component
class ForgetReminders implements KeptForATime {

    @Override
    public Kind kind() {
        return Kind.NOTICES;
    }

    @Override
    public List<String> deletes() {
        return List.of("""
                        delete from reminder where at < ? and postmortem_id in
                          (select id from postmortem where status in ('CLOSED', 'WAIVED', 'CANCELLED'))
                          and not exists (select 1 from follow_up f where f.postmortem_id = reminder.postmortem_id
                                          and f.state in ('OPEN', 'IN_PROGRESS'))""", """
                        delete from reminder_escalation where at < ? and postmortem_id in
                          (select id from postmortem where status in ('CLOSED', 'WAIVED', 'CANCELLED'))""");
    }
}
