package org.postmortemflow.notification.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.notification.OutboxEntry;
import org.postmortemflow.notification.OutboxFigures;
import org.postmortemflow.notification.OutboxFilter;
import org.postmortemflow.notification.OutboxLetter;
import org.postmortemflow.notification.OutboxRecords;
import org.postmortemflow.notification.OutboxState;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcOutboxRecords implements OutboxRecords {

    private static final String ENTRY = """
            id, position, postmortem_id, template, recipient_name, recipient_email, subject, state, attempts, created_at,
            next_attempt_at, sent_at, last_error
            """;

    private final JdbcClient jdbc;

    JdbcOutboxRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OutboxEntry> list(OutboxFilter filter, long before, int most) {
        StringBuilder where = new StringBuilder("position < ?");
        List<Object> values = new ArrayList<>(List.of(before));
        OutboxState state = filter.state();
        if (state != null) {
            where.append(" and state = ?");
            values.add(state.name());
        }
        if (filter.template() != null) {
            where.append(" and template = ?");
            values.add(filter.template());
        }
        if (filter.words() != null) {
            where.append(" and lower(subject || ' ' || recipient_name || ' ' || recipient_email) like ? escape '!'");
            values.add("%" + filter.words().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
        }
        values.add(most);
        return jdbc.sql("select " + ENTRY + " from outbox_message where " + where + " order by position desc limit ?")
                .params(values)
                .query(JdbcOutboxRecords::entry)
                .list();
    }

    @Override
    public Optional<OutboxLetter> find(UUID id) {
        List<OutboxLetter.Note> notes = jdbc.sql(
                        "select at, person, what, reason from outbox_note where message_id = ? order by at")
                .param(id)
                .query((row, number) -> new OutboxLetter.Note(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new PersonId(row.getString("person")),
                        row.getString("what"),
                        row.getString("reason")))
                .list();
        return jdbc.sql(
                        "select " + ENTRY
                                + ", message_id, text_body, content_deleted_at, calendar_method from outbox_message where id = ?")
                .param(id)
                .query((row, number) -> new OutboxLetter(
                        entry(row, number),
                        row.getString("message_id"),
                        row.getString("text_body"),
                        instant(row, "content_deleted_at"),
                        row.getString("calendar_method"),
                        notes))
                .optional();
    }

    @Override
    public OutboxFigures figures() {
        Map<OutboxState, Long> counts = new EnumMap<>(OutboxState.class);
        Map<OutboxState, Long> failedBefore = new EnumMap<>(OutboxState.class);
        jdbc.sql("""
                select state, count(*), count(case when last_error is not null then 1 end) from outbox_message
                where state in ('WAITING', 'FAILED', 'QUARANTINED') group by state
                """).query(row -> {
            OutboxState state = OutboxState.valueOf(row.getString(1));
            counts.put(state, row.getLong(2));
            failedBefore.put(state, row.getLong(3));
        });
        OffsetDateTime oldest = jdbc.sql("select min(created_at) from outbox_message where state = 'WAITING'")
                .query(OffsetDateTime.class)
                .optional()
                .orElse(null);
        return new OutboxFigures(
                counts.getOrDefault(OutboxState.WAITING, 0L),
                failedBefore.getOrDefault(OutboxState.WAITING, 0L),
                oldest == null ? null : oldest.toInstant(),
                counts.getOrDefault(OutboxState.FAILED, 0L),
                counts.getOrDefault(OutboxState.QUARANTINED, 0L));
    }

    @Override
    public List<OutboxEntry> stuckOf(PostmortemId id) {
        return jdbc.sql("select " + ENTRY + """
                from outbox_message where postmortem_id = ? and state in ('FAILED', 'QUARANTINED') order by position
                """)
                .param(id.value())
                .query(JdbcOutboxRecords::entry)
                .list();
    }

    @Override
    public List<String> templates() {
        return jdbc.sql("select distinct template from outbox_message order by template")
                .query(String.class)
                .list();
    }

    @Override
    public boolean isOvertaken(UUID id) {
        Optional<String> lane = jdbc.sql("select lane from outbox_message where id = ? and lane is not null")
                .param(id)
                .query(String.class)
                .optional();
        if (lane.isEmpty()) {
            return false;
        }
        // whoever takes one of the lane at this moment is waited for, and nobody takes one until this transaction ends
        jdbc.sql("select id from outbox_message where lane = ? order by position for update")
                .param(lane.get())
                .query((row, number) -> number)
                .list();
        return jdbc.sql("""
                select count(*) from outbox_message
                where lane = ? and position > (select position from outbox_message where id = ?)
                  and (state = 'SENT' or attempts > 0 or last_error is not null)
                """).params(lane.get(), id).query(Long.class).single() > 0;
    }

    @Override
    public boolean retry(UUID id, Instant now) {
        return jdbc.sql("""
                update outbox_message set state = 'WAITING', attempts = 0, unanswered = 0, first_attempt_at = null,
                  next_attempt_at = ? where id = ? and state in ('FAILED', 'QUARANTINED')
                """).params(now.atOffset(UTC), id).update() > 0;
    }

    @Override
    public boolean drop(UUID id) {
        return jdbc.sql("""
                update outbox_message set state = 'DROPPED' where id = ? and state in ('WAITING', 'FAILED', 'QUARANTINED')
                """).param(id).update() > 0;
    }

    @Override
    public int forgetContent(Instant sentBefore, int most, Instant now) {
        List<UUID> oldest = jdbc.sql("""
                select id from outbox_message where content_deleted_at is null and sent_at < ? and state = 'SENT'
                order by sent_at limit ? for update skip locked
                """)
                .params(sentBefore.atOffset(UTC), most)
                .query(UUID.class)
                .list();
        if (!oldest.isEmpty()) {
            jdbc.sql("""
                    update outbox_message set text_body = '', html_body = '', calendar_text = null, content_deleted_at = :now
                    where id in (:ids)
                    """).param("now", now.atOffset(UTC)).param("ids", oldest).update();
        }
        return oldest.size();
    }

    @Override
    public void note(UUID id, OutboxLetter.Note note) {
        jdbc.sql("insert into outbox_note (id, message_id, at, person, what, reason) values (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        id,
                        note.at().atOffset(UTC),
                        note.by().value(),
                        note.what(),
                        note.reason())
                .update();
    }

    private static OutboxEntry entry(ResultSet row, int number) throws SQLException {
        return new OutboxEntry(
                row.getObject("id", UUID.class),
                row.getLong("position"),
                new PostmortemId(row.getObject("postmortem_id", UUID.class)),
                row.getString("template"),
                row.getString("recipient_name"),
                row.getString("recipient_email"),
                row.getString("subject"),
                OutboxState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("next_attempt_at", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"),
                row.getString("last_error"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
