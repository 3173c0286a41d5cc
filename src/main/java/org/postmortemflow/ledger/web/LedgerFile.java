package org.postmortemflow.ledger.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.postmortemflow.ledger.LedgerEntry;
import org.postmortemflow.people.Names;
import org.postmortemflow.shared.Spreadsheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A ledger for spreadsheets; times are UTC in ISO 8601. */
@Component
class LedgerFile {

    private final Names names;

    LedgerFile(Names names) {
        this.names = names;
    }

    ResponseEntity<byte[]> of(List<LedgerEntry> entries) {
        Spreadsheet sheet =
                Spreadsheet.withHeader("When (UTC)", "Kind", "What", "Why", "Who", "Mail to", "Mail is", "Sent (UTC)");
        for (LedgerEntry entry : entries) {
            LedgerEntry.Delivery delivery = entry.delivery();
            sheet.row(
                    entry.at(),
                    entry.kind().key(),
                    entry.what(),
                    entry.why(),
                    entry.by() == null ? "" : names.of(entry.by()),
                    delivery == null ? "" : delivery.to(),
                    delivery == null ? "" : delivery.state().key(),
                    delivery == null ? "" : delivery.sentAt());
        }
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
        headers.setContentDisposition(
                ContentDisposition.attachment().filename("ledger.csv").build());
        return ResponseEntity.ok().headers(headers).body(sheet.bytes());
    }
}
