package org.postmortemflow.ledger.store;

import java.time.OffsetDateTime;
import java.util.List;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.ledger.LedgerEntry;
import org.postmortemflow.ledger.LedgerKind;
import org.postmortemflow.ledger.LedgerSource;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.shared.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each save of a section, without its text, which can be long. Corrections after closing are in the history. */
@Component
@Order(4)
class SectionEntries implements LedgerSource {

    private final JdbcClient jdbc;

    SectionEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<LedgerEntry> of(Postmortem postmortem) {
        return jdbc.sql("""
                select section, number, author, at, char_length(text) as long from document_version
                where postmortem_id = ? and not correction order by at, section, number
                """)
                .param(postmortem.id().value())
                .query((row, at) -> {
                    SectionName section = SectionName.valueOf(row.getString("section"));
                    int number = row.getInt("number");
                    String what =
                            "%s, version %d: %,d characters.".formatted(section.label(), number, row.getInt("long"));
                    String path = "/postmortems/%s/sections/%s/history?to=%d"
                            .formatted(postmortem.id(), section.key(), number);
                    return new LedgerEntry(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            LedgerKind.EDIT,
                            what,
                            "",
                            new PersonId(row.getString("author")),
                            path,
                            null);
                })
                .list();
    }
}
