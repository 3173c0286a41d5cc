package org.postmortemflow.notification.store;

import java.sql.Connection;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Puts rows into the outbox, many at once. Of two transactions that write one key at the same time, the first one's row stays. */
@Component
class OutboxRows {

    private static final String INSERT = """
            insert into outbox_message (id, message_key, message_id, postmortem_id, template, occasion,
              recipient_person, recipient_name, recipient_email, subject, text_body, html_body, calendar_method,
              calendar_text, lane, unsubscribe, next_attempt_at, created_at, state, attempts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0)
            """;

    private final JdbcTemplate jdbc;
    private final boolean postgres;

    OutboxRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        ConnectionCallback<String> product =
                (Connection connection) -> connection.getMetaData().getDatabaseProductName();
        this.postgres = "PostgreSQL".equals(jdbc.execute(product));
    }

    void insert(List<Object[]> rows) {
        if (postgres) {
            // a failed statement would end the transaction
            jdbc.batchUpdate(INSERT + " on conflict (message_key) do nothing", rows);
            return;
        }
        try {
            jdbc.batchUpdate(INSERT, rows);
        } catch (DuplicateKeyException someAreThere) {
            rows.forEach(this::insertUnlessThere);
        }
    }

    private void insertUnlessThere(Object[] row) {
        try {
            jdbc.update(INSERT, row);
        } catch (DuplicateKeyException isThere) {
            // written before, perhaps in the batch that failed: the transaction goes on
        }
    }
}
