package org.postmortemflow.ledger.web;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.postmortemflow.ledger.LedgerKind;
import org.postmortemflow.shared.Problems;

/** Which entries somebody asks for, as text in an address. */
final class LedgerQuery {

    private LedgerQuery() {}

    /** What names no kind is noted as a problem, and otherwise left out. */
    static Set<LedgerKind> kinds(Collection<String> keys, Problems problems) {
        Set<LedgerKind> kinds = new LinkedHashSet<>();
        for (String key : keys) {
            problems.when(
                    !key.isBlank() && LedgerKind.ofKey(key).isEmpty(),
                    "kind",
                    "Kinds are status, step, deadline, escalation, mail, decision, edit and other.");
            LedgerKind.ofKey(key).ifPresent(kinds::add);
        }
        return kinds;
    }
}
