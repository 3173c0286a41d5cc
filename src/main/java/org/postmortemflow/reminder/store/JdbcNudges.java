package org.postmortemflow.reminder.store;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.postmortemflow.reminder.NudgeRecords;
import org.postmortemflow.reminder.Nudged;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcNudges implements NudgeRecords {

    private final JdbcClient jdbc;

    JdbcNudges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Nudged> last(PostmortemId id) {
        return jdbc.sql("select at, person_id from nudge where postmortem_id = ?")
                .param(id.value())
                .query((row, number) -> new Nudged(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new PersonId(row.getString("person_id"))))
                .optional();
    }

    @Override
    public boolean note(PostmortemId id, Nudged nudged, Instant before) {
        OffsetDateTime at = nudged.at().atOffset(UTC);
        String by = nudged.by().value();
        if (jdbc.sql("update nudge set at = ?, person_id = ? where postmortem_id = ? and at <= ?")
                        .params(at, by, id.value(), before.atOffset(UTC))
                        .update()
                > 0) {
            return true;
        }
        try {
            jdbc.sql("insert into nudge (at, person_id, postmortem_id) values (?, ?, ?)")
                    .params(at, by, id.value())
                    .update();
            return true;
        } catch (DuplicateKeyException meanwhile) {
            return false;
        }
    }
}
