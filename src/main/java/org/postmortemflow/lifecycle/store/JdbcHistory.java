package org.postmortemflow.lifecycle.store;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcHistory implements History {

    private static final int LONGEST = 6000;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void note(PostmortemId id, Kind kind, String text, @Nullable PersonId by) {
        jdbc.sql(
                        "insert into postmortem_history (id, postmortem_id, at, kind, text, person_id) values (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        id.value(),
                        clock.instant().atOffset(UTC),
                        kind.key(),
                        text.length() > LONGEST ? text.substring(0, LONGEST) : text,
                        by == null ? null : by.value())
                .update();
    }

    @Override
    public List<Entry> of(PostmortemId id) {
        return jdbc.sql(
                        "select at, kind, text, person_id from postmortem_history where postmortem_id = ? order by position")
                .param(id.value())
                .query((row, number) -> new Entry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Kind.ofKey(row.getString("kind")),
                        row.getString("text"),
                        Optional.ofNullable(row.getString("person_id"))
                                .map(PersonId::new)
                                .orElse(null)))
                .list();
    }
}
