package org.postmortemflow.timeline.candidates.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.timeline.TimelineKind;
import org.postmortemflow.timeline.TodoCandidate;
import org.postmortemflow.timeline.candidates.Candidate;
import org.postmortemflow.timeline.candidates.CandidateFilter;
import org.postmortemflow.timeline.candidates.Candidates;
import org.postmortemflow.timeline.candidates.Gathering;
import org.postmortemflow.timeline.candidates.Todo;
import org.postmortemflow.timeline.candidates.Writer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JdbcCandidates implements Candidates {

    private final JdbcClient jdbc;
    private final CandidateBatches batches;

    JdbcCandidates(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batches = new CandidateBatches(batch);
    }

    @Override
    public void add(
            PostmortemId id, Gathering gathering, List<Candidate> found, List<Writer> writers, List<Todo> todos) {
        jdbc.sql("""
                insert into timeline_gathering (id, postmortem_id, source, file_name, gathered_by, gathered_at, remarks)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        gathering.id(),
                        id.value(),
                        gathering.source(),
                        gathering.fileName(),
                        gathering.by().value(),
                        gathering.at().atOffset(UTC),
                        String.join("\n", gathering.remarks()))
                .update();
        batches.replace(id, gathering.id(), found, writers, todos);
        // a gathering of which everything was told again has nothing more to offer
        jdbc.sql("""
                delete from timeline_gathering g where g.postmortem_id = ? and g.id <> ?
                and not exists (select 1 from timeline_candidate c where c.gathering_id = g.id)
                """).params(id.value(), gathering.id()).update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Gathering> gatherings(PostmortemId id) {
        return jdbc.sql("""
                select g.id, g.source, g.file_name, g.gathered_by, g.gathered_at, g.remarks,
                       (select count(*) from timeline_candidate c where c.gathering_id = g.id) as candidates
                from timeline_gathering g where g.postmortem_id = ? order by g.gathered_at desc, g.id
                """).param(id.value()).query(JdbcCandidates::gathering).list();
    }

    @Override
    public boolean delete(PostmortemId id, UUID gathering) {
        return jdbc.sql("delete from timeline_gathering where postmortem_id = ? and id = ?")
                        .params(id.value(), gathering)
                        .update()
                > 0;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Integer> channels(PostmortemId id) {
        Map<String, Integer> channels = new LinkedHashMap<>();
        jdbc.sql("""
                select channel, count(*) as candidates from timeline_candidate
                where postmortem_id = ? group by channel order by channel
                """)
                .param(id.value())
                .query((row, number) -> channels.put(row.getString("channel"), row.getInt("candidates")))
                .list();
        return channels;
    }

    @Override
    @Transactional(readOnly = true)
    public int count(PostmortemId id, CandidateFilter filter) {
        Where where = Where.of(id, filter);
        return jdbc.sql("select count(*) from timeline_candidate where " + where.sql())
                .params(where.values())
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Candidate> page(PostmortemId id, CandidateFilter filter, int offset, int limit) {
        Where where = Where.of(id, filter);
        return jdbc.sql("select * from timeline_candidate where " + where.sql()
                        + " order by thread_at, channel, at, source_key limit ? offset ?")
                .params(where.values())
                .params(limit, offset)
                .query(JdbcCandidates::candidate)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Candidate> withIds(PostmortemId id, Collection<UUID> candidates) {
        return candidates.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select * from timeline_candidate where postmortem_id = :postmortem and id in (:ids)
                        order by at, source_key
                        """)
                        .param("postmortem", id.value())
                        .param("ids", candidates)
                        .query(JdbcCandidates::candidate)
                        .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Writer> writers(PostmortemId id) {
        return jdbc.sql("""
                select w.id, w.reference, w.name, w.bot, w.messages from timeline_writer w
                join timeline_gathering g on g.id = w.gathering_id
                where g.postmortem_id = ? order by w.bot, w.messages desc, w.name, w.id
                """)
                .param(id.value())
                .query((row, number) -> new Writer(
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        row.getString("name"),
                        row.getBoolean("bot"),
                        row.getInt("messages")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Todo> todos(PostmortemId id) {
        return jdbc.sql("select * from timeline_todo where postmortem_id = ? order by at, source_key")
                .param(id.value())
                .query((row, number) -> new Todo(
                        row.getString("source_key"),
                        new TodoCandidate(
                                row.getObject("id", UUID.class),
                                instant(row, "at"),
                                row.getString("author"),
                                row.getString("text"),
                                row.getString("source"))))
                .list();
    }

    @Override
    public void deleteTodo(PostmortemId id, UUID todo) {
        jdbc.sql("delete from timeline_todo where postmortem_id = ? and id = ?")
                .params(id.value(), todo)
                .update();
    }

    @Override
    public void use(PostmortemId id, String key, @Nullable UUID item) {
        jdbc.sql("delete from timeline_used where postmortem_id = ? and source_key = ?")
                .params(id.value(), key)
                .update();
        if (item == null) {
            jdbc.sql("insert into timeline_used (postmortem_id, source_key) values (?, ?)")
                    .params(id.value(), key)
                    .update();
        } else {
            jdbc.sql("insert into timeline_used (postmortem_id, source_key, item_id) values (?, ?, ?)")
                    .params(id.value(), key, item)
                    .update();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, @Nullable UUID> used(PostmortemId id) {
        Map<String, @Nullable UUID> used = new HashMap<>();
        jdbc.sql("select source_key, item_id from timeline_used where postmortem_id = ?")
                .param(id.value())
                .query((row, number) -> {
                    used.put(row.getString("source_key"), row.getObject("item_id", UUID.class));
                    return number;
                })
                .list();
        return used;
    }

    private static Gathering gathering(ResultSet row, int number) throws SQLException {
        return new Gathering(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("file_name"),
                new PersonId(row.getString("gathered_by")),
                instant(row, "gathered_at"),
                row.getString("remarks").lines().toList(),
                row.getInt("candidates"));
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        return new Candidate(
                row.getObject("id", UUID.class),
                row.getString("source_key"),
                instant(row, "at"),
                instant(row, "thread_at"),
                row.getString("author"),
                row.getBoolean("bot"),
                row.getBoolean("marked"),
                row.getString("channel"),
                row.getString("event"),
                TimelineKind.ofKey(row.getString("kind")).orElse(TimelineKind.ACTION),
                row.getString("source"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A filter as SQL; every value is bound. */
    private record Where(String sql, List<Object> values) {

        static Where of(PostmortemId id, CandidateFilter filter) {
            StringBuilder sql = new StringBuilder("postmortem_id = ?");
            List<Object> values = new ArrayList<>(List.of(id.value()));
            if (!filter.channel().isEmpty()) {
                sql.append(" and channel = ?");
                values.add(filter.channel());
            }
            if (filter.from() != null) {
                sql.append(" and at >= ?");
                values.add(filter.from().atOffset(UTC));
            }
            if (filter.to() != null) {
                sql.append(" and at <= ?");
                values.add(filter.to().atOffset(UTC));
            }
            if (filter.markedOnly()) {
                sql.append(" and marked = true");
            }
            return new Where(sql.toString(), values);
        }
    }
}
