package org.postmortemflow.timeline.candidates.store;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.postmortemflow.people.KeptForATime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** With a gathering go its candidates, writers and to-dos; which of them were used stays known. */
@Component
class ForgetGathered implements KeptForATime {

    private final JdbcClient jdbc;

    ForgetGathered(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kind kind() {
        return Kind.GATHERED;
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql("""
                                delete from timeline_gathering where postmortem_id in
                                  (select id from postmortem where closed_at < ?)
                                """).param(before.atOffset(UTC)).update();
    }
}
