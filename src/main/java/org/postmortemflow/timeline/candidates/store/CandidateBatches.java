package org.postmortemflow.timeline.candidates.store;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import java.util.UUID;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.timeline.candidates.Candidate;
import org.postmortemflow.timeline.candidates.Todo;
import org.postmortemflow.timeline.candidates.Writer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what a gathering offers, thousands at a time. */
record CandidateBatches(JdbcTemplate jdbc) {

    private static final int BATCH = 500;

    /** What was offered under the same keys before is replaced: the newest telling counts. */
    void replace(PostmortemId id, UUID gathering, List<Candidate> found, List<Writer> writers, List<Todo> todos) {
        forget("timeline_candidate", id, found.stream().map(Candidate::key).toList());
        forget("timeline_todo", id, todos.stream().map(Todo::key).toList());
        add(id, gathering, found);
        addWriters(gathering, writers);
        addTodos(id, gathering, todos);
    }

    private void forget(String table, PostmortemId id, List<String> keys) {
        jdbc.batchUpdate(
                "delete from " + table + " where postmortem_id = ? and source_key = ?", keys, BATCH, (row, key) -> {
                    row.setObject(1, id.value());
                    row.setString(2, key);
                });
    }

    private void add(PostmortemId id, UUID gathering, List<Candidate> found) {
        String sql = """
                insert into timeline_candidate (id, gathering_id, postmortem_id, source_key, at, thread_at, author, bot,
                  marked, channel, event, kind, source)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        jdbc.batchUpdate(sql, found, BATCH, (row, one) -> {
            row.setObject(1, one.id());
            row.setObject(2, gathering);
            row.setObject(3, id.value());
            row.setString(4, one.key());
            row.setObject(5, one.at().atOffset(UTC));
            row.setObject(6, one.threadAt().atOffset(UTC));
            row.setString(7, one.author());
            row.setBoolean(8, one.bot());
            row.setBoolean(9, one.marked());
            row.setString(10, one.channel());
            row.setString(11, one.text());
            row.setString(12, one.kind().key());
            row.setString(13, one.source());
        });
    }

    private void addWriters(UUID gathering, List<Writer> writers) {
        String sql = """
                insert into timeline_writer (id, gathering_id, reference, name, bot, messages) values (?, ?, ?, ?, ?, ?)
                """;
        jdbc.batchUpdate(sql, writers, BATCH, (row, one) -> {
            row.setObject(1, one.id());
            row.setObject(2, gathering);
            row.setString(3, one.reference());
            row.setString(4, one.name());
            row.setBoolean(5, one.bot());
            row.setInt(6, one.messages());
        });
    }

    private void addTodos(PostmortemId id, UUID gathering, List<Todo> todos) {
        String sql = """
                insert into timeline_todo (id, gathering_id, postmortem_id, source_key, at, author, text, source)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """;
        jdbc.batchUpdate(sql, todos, BATCH, (row, one) -> {
            row.setObject(1, one.candidate().id());
            row.setObject(2, gathering);
            row.setObject(3, id.value());
            row.setString(4, one.key());
            row.setObject(5, one.candidate().at().atOffset(UTC));
            row.setString(6, one.candidate().author());
            row.setString(7, one.candidate().text());
            row.setString(8, one.candidate().source());
        });
    }
}
