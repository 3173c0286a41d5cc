package org.postmortemflow.notification.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.notification.Mail.CalendarPart;
import org.postmortemflow.notification.OutboxMessage;
import org.postmortemflow.notification.OutboxQueue;
import org.postmortemflow.notification.OutboxState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class JdbcOutboxQueue implements OutboxQueue {

    private static final int LONGEST_ERROR = 1000;
    private static final int MOST_LOOKS = 20;

    /** A message that is this late was not tried for want of a relay, and not for want of a server that takes it. */
    private static final Duration NOBODY_TRIED = Duration.ofHours(1);

    private final JdbcClient jdbc;

    JdbcOutboxQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OutboxMessage> take(Instant now, Instant leaseEnds, int most) {
        Instant longAgo = now.minus(NOBODY_TRIED);
        List<OutboxMessage> due = withoutSuspects(first(now, most, longAgo));
        if (!due.isEmpty()) {
            jdbc.sql("""
                update outbox_message set attempts = attempts + 1, unanswered = unanswered + 1,
                  first_attempt_at =
                    case when first_attempt_at is null or next_attempt_at < :longAgo then :now else first_attempt_at end,
                  next_attempt_at = :leaseEnds
                where id in (:ids)
                """)
                    .param("longAgo", longAgo.atOffset(UTC))
                    .param("now", now.atOffset(UTC))
                    .param("leaseEnds", leaseEnds.atOffset(UTC))
                    .param("ids", due.stream().map(OutboxMessage::id).toList())
                    .update();
        }
        return due;
    }

    /** Another relay that found the same ones at the same time takes them; the next look finds those behind them. */
    private List<OutboxMessage> first(Instant now, int most, Instant longAgo) {
        List<OutboxMessage> taken = List.of();
        for (int look = 0; look < MOST_LOOKS && taken.isEmpty(); look++) {
            List<UUID> found = firstDue(now, most);
            if (found.isEmpty()) {
                return taken;
            }
            taken = lock(found, now, longAgo);
        }
        return taken;
    }

    /** Found before they are locked: H2 would otherwise lock and sort all that wait. */
    private List<UUID> firstDue(Instant now, int most) {
        return jdbc.sql("""
            select id from outbox_message due
            where state = 'WAITING' and next_attempt_at <= ?
              and (lane is null or not exists (
                select 1 from outbox_message earlier
                where earlier.lane = due.lane and earlier.position < due.position and earlier.state = 'WAITING'))
            order by state, next_attempt_at, position limit ?
            """).params(now.atOffset(UTC), most).query(UUID.class).list();
    }

    /** Those of them that no other relay has taken since. */
    private List<OutboxMessage> lock(List<UUID> found, Instant now, Instant longAgo) {
        return jdbc.sql("""
            select id, message_id, recipient_name, recipient_email, subject, text_body, html_body, calendar_method,
                   calendar_text, unsubscribe, attempts, unanswered, created_at, first_attempt_at, next_attempt_at
            from outbox_message
            where id in (:found) and state = 'WAITING' and next_attempt_at <= :now
            order by next_attempt_at, position for update skip locked
            """)
                .param("found", found)
                .param("now", now.atOffset(UTC))
                .query((row, number) -> read(row, now, longAgo))
                .list();
    }

    /** Whose last attempt was never heard of may end the process: it is taken alone. */
    private static List<OutboxMessage> withoutSuspects(List<OutboxMessage> due) {
        int suspect = 0;
        while (suspect < due.size() && due.get(suspect).unanswered() == 0) {
            suspect++;
        }
        return due.subList(0, Math.min(due.size(), Math.max(1, suspect)));
    }

    @Override
    public void sent(OutboxMessage message, Instant now) {
        jdbc.sql("update outbox_message set state = 'SENT', sent_at = ?, unanswered = 0, last_error = null"
                        + " where id = ?")
                .params(now.atOffset(UTC), message.id())
                .update();
    }

    @Override
    public void again(OutboxMessage message, Instant next, String error) {
        jdbc.sql("""
            update outbox_message set next_attempt_at = ?, last_error = ?, unanswered = 0
            where id = ? and state = 'WAITING' and attempts = ?
            """)
                .params(next.atOffset(UTC), cut(error), message.id(), message.attempts())
                .update();
    }

    @Override
    public void unreached(OutboxMessage message, Instant next, String error) {
        jdbc.sql("""
            update outbox_message set next_attempt_at = ?, last_error = ?, attempts = attempts - 1, unanswered = 0
            where id = ? and state = 'WAITING' and attempts = ?
            """)
                .params(next.atOffset(UTC), cut(error), message.id(), message.attempts())
                .update();
    }

    @Override
    public void setAside(OutboxMessage message, OutboxState state, String error) {
        jdbc.sql("""
            update outbox_message set state = ?, last_error = ?, unanswered = 0
            where id = ? and state = 'WAITING' and attempts = ?
            """)
                .params(state.name(), cut(error), message.id(), message.attempts())
                .update();
    }

    @Override
    public void handBack(List<OutboxMessage> messages, Instant next) {
        for (OutboxMessage message : messages) {
            jdbc.sql("""
                update outbox_message set next_attempt_at = ?, attempts = attempts - 1, unanswered = ?
                where id = ? and state = 'WAITING' and attempts = ?
                """)
                    .params(next.atOffset(UTC), message.unanswered(), message.id(), message.attempts())
                    .update();
        }
    }

    private static String cut(String error) {
        return error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
    }

    private static OutboxMessage read(ResultSet row, Instant now, Instant longAgo) throws SQLException {
        String method = row.getString("calendar_method");
        @Nullable Instant first = instant(row, "first_attempt_at");
        boolean begins = first == null
                || row.getObject("next_attempt_at", OffsetDateTime.class)
                        .toInstant()
                        .isBefore(longAgo);
        return new OutboxMessage(
                row.getObject("id", UUID.class),
                row.getString("message_id"),
                row.getString("recipient_name"),
                row.getString("recipient_email"),
                row.getString("subject"),
                row.getString("text_body"),
                row.getString("html_body"),
                method == null ? null : new CalendarPart(method, row.getString("calendar_text")),
                row.getString("unsubscribe"),
                row.getInt("attempts") + 1,
                row.getInt("unanswered"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                begins || first == null ? now : first);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
