package org.postmortemflow.document.store;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.lifecycle.Changed;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcDocuments implements Documents {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcDocuments(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
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
        return new Document(sections);
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
        events.publishEvent(new Changed(id));
    }
}
