package org.postmortemflow.meeting.store;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.postmortemflow.people.KeptForATime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whole messages, as they came. */
@Component
class ForgetKeptReplies implements KeptForATime {

    private final JdbcClient jdbc;

    ForgetKeptReplies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kind kind() {
        return Kind.REPLIES;
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql("""
                                delete from meeting_reply_kept where received_at < ?
                                """).param(before.atOffset(UTC)).update();
    }
}
