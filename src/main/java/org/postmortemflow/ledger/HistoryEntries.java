package org.postmortemflow.ledger;

import java.util.List;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortem;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The lines of the history; they say themselves why. */
@Component
@Order(1)
class HistoryEntries implements LedgerSource {

    private final History history;

    HistoryEntries(History history) {
        this.history = history;
    }

    @Override
    public List<LedgerEntry> of(Postmortem postmortem) {
        return history.of(postmortem.id()).stream()
                .map(entry -> LedgerEntry.of(entry.at(), kind(entry.kind()), entry.text(), "", entry.by()))
                .toList();
    }

    private static LedgerKind kind(History.Kind kind) {
        return switch (kind) {
            case STATUS -> LedgerKind.STATUS;
            case DEADLINE -> LedgerKind.DEADLINE;
            case ESCALATION -> LedgerKind.ESCALATION;
            case DECISION -> LedgerKind.DECISION;
            case EDIT -> LedgerKind.EDIT;
            case OTHER -> LedgerKind.OTHER;
        };
    }
}
