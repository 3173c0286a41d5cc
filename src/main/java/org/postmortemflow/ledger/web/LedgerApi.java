package org.postmortemflow.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.ledger.LedgerEntry;
import org.postmortemflow.ledger.LedgerKind;
import org.postmortemflow.ledger.Ledgers;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/postmortems/{id}")
@ApiResponse(responseCode = "200", description = "Oldest first")
@ApiResponse(responseCode = "400", description = "There is no such kind")
@ApiResponse(responseCode = "404", description = "There is none with this id, or it is private")
@Tag(name = "Ledger", description = "Everything that happened to one postmortem")
class LedgerApi {

    private final Ledgers ledgers;
    private final LedgerFile file;

    LedgerApi(Ledgers ledgers, LedgerFile file) {
        this.ledgers = ledgers;
        this.file = file;
    }

    @Schema(name = "LedgerEntry")
    record EntryJson(
            Instant at,

            @Schema(allowableValues = {"status", "step", "deadline", "escalation", "mail", "decision", "edit", "other"})
            String kind,

            @Schema(description = "A plain sentence; of a mail its subject")
            String what,

            @Schema(description = "Empty where nobody gave a reason, or \"what\" says it")
            String why,

            @Schema(description = "A person's id; null when the process did it") @Nullable
            String by,

            @Schema(description = "Of a mail only") @Nullable
            DeliveryJson delivery) {}

    @Schema(name = "LedgerDelivery", description = "What has become of a mail")
    record DeliveryJson(
            String to,

            @Schema(allowableValues = {"waiting", "sent", "failed", "quarantined", "dropped"})
            String state,

            @Nullable Instant sentAt) {}

    @GetMapping(path = "/ledger", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The ledger: status, steps, deadlines, escalations, mail, decisions and edits",
            description = "With \"Accept: text/csv\" it is a file for spreadsheets.")
    List<EntryJson> ledger(
            @PathVariable PostmortemId id,
            @Parameter(description = "Only these; can be repeated") @RequestParam(defaultValue = "")
                    List<String> kind) {
        return ledgers.of(id, kinds(kind)).stream().map(LedgerApi::json).toList();
    }

    @GetMapping(path = "/ledger", produces = "text/csv")
    @Operation(hidden = true, summary = "The ledger for spreadsheets")
    ResponseEntity<byte[]> file(@PathVariable PostmortemId id, @RequestParam(defaultValue = "") List<String> kind) {
        return file.of(ledgers.of(id, kinds(kind)));
    }

    private static Set<LedgerKind> kinds(List<String> keys) {
        Problems problems = new Problems();
        Set<LedgerKind> kinds = LedgerQuery.kinds(keys, problems);
        problems.refuseIfAny();
        return kinds;
    }

    private static EntryJson json(LedgerEntry entry) {
        LedgerEntry.Delivery delivery = entry.delivery();
        return new EntryJson(
                entry.at(),
                entry.kind().key(),
                entry.what(),
                entry.why(),
                entry.by() == null ? null : entry.by().value(),
                delivery == null
                        ? null
                        : new DeliveryJson(delivery.to(), delivery.state().key(), delivery.sentAt()));
    }
}
