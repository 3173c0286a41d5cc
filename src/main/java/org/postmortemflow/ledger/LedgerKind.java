package org.postmortemflow.ledger;

import java.util.Arrays;
import java.util.Optional;

/** What an entry of a ledger is about. */
public enum LedgerKind {
    STATUS("status", "Status"),
    STEP("step", "Steps"),
    DEADLINE("deadline", "Deadlines"),
    ESCALATION("escalation", "Escalations and nudges"),
    MAIL("mail", "Mail"),
    DECISION("decision", "Decisions"),
    EDIT("edit", "Edits"),
    OTHER("other", "Other");

    private final String key;
    private final String label;

    LedgerKind(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** Used in addresses and REST. */
    public String key() {
        return key;
    }

    /** Shown to people. */
    public String label() {
        return label;
    }

    public static Optional<LedgerKind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}
