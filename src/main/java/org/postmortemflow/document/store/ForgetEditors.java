package org.postmortemflow.document.store;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.postmortemflow.people.KeptForATime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who had a section open. */
@Component
class ForgetEditors implements KeptForATime {

    private final JdbcClient jdbc;

    ForgetEditors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kind kind() {
        return Kind.NOTICES;
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql("""
                                delete from document_editor where seen_at < ?
                                """).param(before.atOffset(UTC)).update();
    }
}
