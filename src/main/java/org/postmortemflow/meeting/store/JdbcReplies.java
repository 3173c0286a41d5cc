package org.postmortemflow.meeting.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.meeting.Answer;
import org.postmortemflow.meeting.KeptReply;
import org.postmortemflow.meeting.Reply;
import org.postmortemflow.meeting.ReplyRecords;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcReplies implements ReplyRecords {

    private final JdbcClient jdbc;

    JdbcReplies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Reply> of(PostmortemId id) {
        return jdbc.sql("""
                select postmortem_id, email, answer, sequence, answered_at, received_at, remark, proposed_start,
                  proposed_minutes
                from meeting_reply where postmortem_id = ?
                """).param(id.value()).query((row, number) -> read(row)).list().stream()
                .collect(Collectors.toMap(Reply::email, Function.identity()));
    }

    @Override
    public void put(Reply reply) {
        remove(reply.postmortem(), reply.email());
        Reply.Proposal proposal = reply.proposal();
        jdbc.sql("""
                insert into meeting_reply
                  (postmortem_id, email, answer, sequence, answered_at, received_at, remark, proposed_start, proposed_minutes)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        reply.postmortem().value(),
                        reply.email(),
                        reply.answer().key(),
                        reply.sequence(),
                        reply.answeredAt().atOffset(UTC),
                        reply.receivedAt().atOffset(UTC),
                        reply.remark(),
                        proposal == null ? null : offset(proposal.start()),
                        proposal == null ? null : proposal.length().toMinutes())
                .update();
    }

    @Override
    public void remove(PostmortemId id, String email) {
        jdbc.sql("delete from meeting_reply where postmortem_id = ? and email = ?")
                .params(id.value(), email)
                .update();
    }

    @Override
    public boolean takeIn(String messageKey, Instant now) {
        return jdbc.sql("""
                insert into meeting_reply_taken (message_key, taken_at)
                select cast(? as varchar(100)), cast(? as timestamp with time zone)
                where not exists (select 1 from meeting_reply_taken where message_key = ?)
                """).params(messageKey, now.atOffset(UTC), messageKey).update() == 1;
    }

    @Override
    public void keep(KeptReply reply) {
        jdbc.sql("""
                insert into meeting_reply_kept (id, received_at, sender, subject, reason, content)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        reply.id(),
                        reply.receivedAt().atOffset(UTC),
                        reply.sender(),
                        reply.subject(),
                        reply.reason(),
                        reply.content())
                .update();
    }

    @Override
    public List<KeptReply> kept(int most) {
        return jdbc.sql("""
                select id, received_at, sender, subject, reason, content from meeting_reply_kept
                order by received_at desc, id limit ?
                """)
                .param(most)
                .query((row, number) -> new KeptReply(
                        row.getObject("id", UUID.class),
                        instant(row, "received_at"),
                        row.getString("sender"),
                        row.getString("subject"),
                        row.getString("reason"),
                        row.getString("content")))
                .list();
    }

    @Override
    public void done(UUID kept) {
        jdbc.sql("delete from meeting_reply_kept where id = ?").param(kept).update();
    }

    private static Reply read(ResultSet row) throws SQLException {
        Integer minutes = row.getObject("proposed_minutes", Integer.class);
        OffsetDateTime start = row.getObject("proposed_start", OffsetDateTime.class);
        return new Reply(
                new PostmortemId(row.getObject("postmortem_id", UUID.class)),
                row.getString("email"),
                Answer.of(row.getString("answer")).orElseThrow(),
                row.getInt("sequence"),
                instant(row, "answered_at"),
                instant(row, "received_at"),
                row.getString("remark"),
                minutes == null
                        ? null
                        : new Reply.Proposal(start == null ? null : start.toInstant(), Duration.ofMinutes(minutes)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(UTC);
    }
}
