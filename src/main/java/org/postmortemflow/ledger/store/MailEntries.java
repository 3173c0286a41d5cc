package org.postmortemflow.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.ledger.LedgerEntry;
import org.postmortemflow.ledger.LedgerEntry.Delivery;
import org.postmortemflow.ledger.LedgerKind;
import org.postmortemflow.ledger.LedgerSource;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.notification.OutboxState;
import org.postmortemflow.shared.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each mail of the postmortem: subject, recipient and what has become of it, and what operators did with it; never what it said.
 * Digests tell of many postmortems and belong to none.
 */
@Component
@Order(6)
class MailEntries implements LedgerSource {

    private final JdbcClient jdbc;

    MailEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<LedgerEntry> of(Postmortem postmortem) {
        List<LedgerEntry> mails = jdbc.sql("""
                select subject, recipient_name, state, created_at, sent_at from outbox_message
                where postmortem_id = ? and template not like 'digest-%' order by position
                """)
                .param(postmortem.id().value())
                .query((row, number) -> mail(row))
                .list();
        List<LedgerEntry> notes = jdbc.sql("""
                select n.at, n.person, n.what, n.reason, m.subject, m.recipient_name
                from outbox_note n join outbox_message m on m.id = n.message_id
                where m.postmortem_id = ? and m.template not like 'digest-%' order by n.at
                """)
                .param(postmortem.id().value())
                .query((row, number) -> note(row))
                .list();
        return Stream.concat(mails.stream(), notes.stream()).toList();
    }

    private static LedgerEntry mail(ResultSet row) throws SQLException {
        Delivery delivery = new Delivery(
                row.getString("recipient_name"), OutboxState.valueOf(row.getString("state")), instant(row, "sent_at"));
        Instant at = row.getObject("created_at", OffsetDateTime.class).toInstant();
        return new LedgerEntry(at, LedgerKind.MAIL, row.getString("subject"), "", null, null, delivery);
    }

    private static LedgerEntry note(ResultSet row) throws SQLException {
        return LedgerEntry.of(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                LedgerKind.MAIL,
                "%s, to %s: %s"
                        .formatted(row.getString("what"), row.getString("recipient_name"), row.getString("subject")),
                row.getString("reason"),
                new PersonId(row.getString("person")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
