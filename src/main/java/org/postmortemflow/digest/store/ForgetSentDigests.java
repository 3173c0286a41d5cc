package org.postmortemflow.digest.store;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.postmortemflow.people.KeptForATime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** No letter is written for a time so long ago. */
@Component
class ForgetSentDigests implements KeptForATime {

    private final JdbcClient jdbc;

    ForgetSentDigests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kind kind() {
        return Kind.NOTICES;
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql("""
                                delete from digest_sent where at < ?
                                """).param(before.atOffset(UTC)).update();
    }
}
