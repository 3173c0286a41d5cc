package org.postmortemflow.access.store;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.postmortemflow.people.KeptForATime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Until then their person sees when they were used last. */
@Component
class ForgetEndedTokens implements KeptForATime {

    private final JdbcClient jdbc;

    ForgetEndedTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kind kind() {
        return Kind.TOKENS;
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql("""
                                delete from access_token where coalesce(revoked_at, expires_at) < ?
                                """).param(before.atOffset(UTC)).update();
    }
}
