package org.postmortemflow.notification.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.postmortemflow.notification.Mail.CalendarPart;
import org.postmortemflow.notification.OutboxMessage;
import org.postmortemflow.notification.OutboxQueue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class JdbcOutboxQueue implements OutboxQueue {

    private static final int LONGEST_ERROR = 1000;

    private final JdbcClient jdbc;

    JdbcOutboxQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<OutboxMessage> take(Instant now, Instant leaseEnds) {
        Optional<OutboxMessage> due = jdbc.sql("""
                select id, message_id, recipient_name, recipient_email, subject, text_body, html_body,
                       calendar_method, calendar_text, unsubscribe, attempts, unanswered, created_at
                from outbox_message where state = 'WAITING' and next_attempt_at <= ?
                order by next_attempt_at, position limit 1 for update skip locked
                """)
                .params(now.atOffset(UTC))
                .query(JdbcOutboxQueue::read)
                .optional();
        due.ifPresent(message ->
                jdbc.sql("""
                        update outbox_message
                        set attempts = attempts + 1, unanswered = unanswered + 1, next_attempt_at = ? where id = ?
                        """).params(leaseEnds.atOffset(UTC), message.id()).update());
        return due;
    }

    @Override
    public void sent(UUID id, Instant now) {
        jdbc.sql("update outbox_message set state = 'SENT', sent_at = ?, last_error = null where id = ?")
                .params(now.atOffset(UTC), id)
                .update();
    }

    @Override
    public void again(UUID id, Instant next, String error) {
        jdbc.sql("""
                update outbox_message set next_attempt_at = ?, last_error = ?, unanswered = 0
                where id = ? and state = 'WAITING'
                """).params(next.atOffset(UTC), cut(error), id).update();
    }

    @Override
    public void failed(UUID id, String error) {
        jdbc.sql("update outbox_message set state = 'FAILED', last_error = ? where id = ? and state = 'WAITING'")
                .params(cut(error), id)
                .update();
    }

    private static String cut(String error) {
        return error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
    }

    private static OutboxMessage read(ResultSet row, int number) throws SQLException {
        String method = row.getString("calendar_method");
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
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
