package org.postmortemflow.document.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.document.TimelineKind;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcDocuments implements Documents {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcDocuments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Document of(PostmortemId id) {
        Map<SectionName, String> sections = new EnumMap<>(SectionName.class);
        jdbc.sql("select name, text from document_section where postmortem_id = ?")
                .param(id.value())
                .query(row -> {
                    sections.put(SectionName.valueOf(row.getString("name")), row.getString("text"));
                });
        List<TimelineItem> timeline = jdbc.sql(
                        "select at, event, kind, source from timeline_item where postmortem_id = ? order by at, position")
                .param(id.value())
                .query(JdbcDocuments::item)
                .list();
        return new Document(sections, timeline);
    }

    @Override
    @Transactional
    public void write(PostmortemId id, Map<SectionName, String> sections, PersonId by) {
        sections.forEach((name, text) -> {
            Object[] values = {text, by.value(), clock.instant().atOffset(UTC), id.value(), name.name()};
            int updated = jdbc.sql("""
                    update document_section set text = ?, updated_by = ?, updated_at = ?
                    where postmortem_id = ? and name = ?
                    """).params(values).update();
            if (updated == 0) {
                jdbc.sql("""
                        insert into document_section (text, updated_by, updated_at, postmortem_id, name)
                        values (?, ?, ?, ?, ?)
                        """).params(values).update();
            }
        });
    }

    @Override
    @Transactional
    public void writeTimeline(PostmortemId id, List<TimelineItem> items) {
        jdbc.sql("delete from timeline_item where postmortem_id = ?")
                .param(id.value())
                .update();
        int position = 0;
        for (TimelineItem item : items) {
            jdbc.sql("""
                    insert into timeline_item (id, postmortem_id, at, position, event, kind, source)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            UUID.randomUUID(),
                            id.value(),
                            item.at().atOffset(UTC),
                            position++,
                            item.event(),
                            item.kind().key(),
                            item.source())
                    .update();
        }
    }

    private static TimelineItem item(ResultSet row, int number) throws SQLException {
        return new TimelineItem(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("event"),
                TimelineKind.ofKey(row.getString("kind")).orElse(TimelineKind.ACTION),
                row.getString("source"));
    }
}
