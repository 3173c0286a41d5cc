package org.postmortemflow.archive.store;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postmortemflow.archive.ImportOutcome;
import org.postmortemflow.archive.ImportRecords;
import org.postmortemflow.archive.ImportReport;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcImports implements ImportRecords {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    JdbcImports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<PostmortemId> all(String contentHash) {
        return jdbc
                .sql("select postmortem_id from postmortem_import where content_hash = ? order by copy")
                .param(contentHash)
                .query(UUID.class)
                .list()
                .stream()
                .map(PostmortemId::new)
                .toList();
    }

    @Override
    public int copies(String contentHash) {
        return jdbc.sql("select coalesce(max(copy), 0) from postmortem_import where content_hash = ?")
                .param(contentHash)
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional
    public void add(ImportReport report, String contentHash, int copy, String original) {
        jdbc.sql("""
                insert into postmortem_import
                  (postmortem_id, content_hash, copy, imported_by, imported_at, file_name, report, original)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        report.postmortem().value(),
                        contentHash,
                        copy,
                        report.by().value(),
                        report.at().atOffset(UTC),
                        report.fileName(),
                        written(report),
                        original)
                .update();
    }

    @Override
    public Optional<ImportReport> report(PostmortemId id) {
        return jdbc.sql("select report from postmortem_import where postmortem_id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .map(text -> read(text, new TypeReference<ImportReport>() {}));
    }

    @Override
    public Optional<String> original(PostmortemId id) {
        return jdbc.sql("select original from postmortem_import where postmortem_id = ?")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    @Override
    @Transactional
    public void addBatch(UUID batch, PersonId by, List<ImportOutcome> outcomes) {
        jdbc.sql("insert into import_batch (id, person_id, at, outcomes) values (?, ?, ?, ?)")
                .params(batch, by.value(), clock.instant().atOffset(UTC), written(outcomes))
                .update();
    }

    @Override
    public List<ImportOutcome> batch(UUID batch, PersonId by) {
        return jdbc.sql("select outcomes from import_batch where id = ? and person_id = ?")
                .params(batch, by.value())
                .query(String.class)
                .optional()
                .map(text -> read(text, new TypeReference<List<ImportOutcome>>() {}))
                .orElse(List.of());
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
