package org.postmortemflow.document.store;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.postmortemflow.document.Editors;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcEditors implements Editors {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcEditors(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Without a transaction: each statement is complete in itself, and a lost race means that it is known already. */
    @Override
    public void seen(PostmortemId id, SectionName section, PersonId person) {
        Object[] values = {clock.instant().atOffset(UTC), id.value(), section.name(), person.value()};
        int updated = jdbc.sql(
                        "update document_editor set seen_at = ? where postmortem_id = ? and section = ? and person_id = ?")
                .params(values)
                .update();
        if (updated == 0) {
            try {
                jdbc.sql("insert into document_editor (seen_at, postmortem_id, section, person_id) values (?, ?, ?, ?)")
                        .params(values)
                        .update();
            } catch (DuplicateKeyException sameMoment) {
                return;
            }
        }
        jdbc.sql("delete from document_editor where postmortem_id = ? and seen_at < ?")
                .params(id.value(), clock.instant().minus(SHOWN_FOR).atOffset(UTC))
                .update();
    }

    @Override
    public void left(PostmortemId id, SectionName section, PersonId person) {
        jdbc.sql("delete from document_editor where postmortem_id = ? and section = ? and person_id = ?")
                .params(id.value(), section.name(), person.value())
                .update();
    }

    @Override
    public Map<SectionName, List<PersonId>> othersThan(PersonId viewer, PostmortemId id) {
        Map<SectionName, List<PersonId>> others = new EnumMap<>(SectionName.class);
        jdbc.sql("""
                select section, person_id from document_editor
                where postmortem_id = ? and person_id <> ? and seen_at >= ? order by person_id
                """)
                .params(
                        id.value(),
                        viewer.value(),
                        clock.instant().minus(SHOWN_FOR).atOffset(UTC))
                .query(row -> {
                    others.computeIfAbsent(SectionName.valueOf(row.getString("section")), key -> new ArrayList<>())
                            .add(new PersonId(row.getString("person_id")));
                });
        return others;
    }
}
