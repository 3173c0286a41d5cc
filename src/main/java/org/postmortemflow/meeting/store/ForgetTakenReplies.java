package org.postmortemflow.meeting.store;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.postmortemflow.people.KeptForATime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A reply is not sent again after that long. */
@Component
class ForgetTakenReplies implements KeptForATime {

    private final JdbcClient jdbc;

    ForgetTakenReplies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kind kind() {
        return Kind.DELIVERIES;
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql("""
                                delete from meeting_reply_taken where taken_at < ?
                                """).param(before.atOffset(UTC)).update();
    }
}
