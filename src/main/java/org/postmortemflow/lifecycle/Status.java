package org.postmortemflow.lifecycle;

import java.util.Set;

/**
 * Where a postmortem stands (R8). The order is Draft, In Review, Reviewed, Closed; a review that asks for changes leads back
 * to Draft. Waived and Cancelled are ends outside that order: the incident got no postmortem, or it was stopped.
 */
public enum Status {
    DRAFT("draft", "Draft"),
    IN_REVIEW("in-review", "In Review"),
    REVIEWED("reviewed", "Reviewed"),
    CLOSED("closed", "Closed"),
    WAIVED("waived", "Waived"),
    CANCELLED("cancelled", "Cancelled");

    private final String key;
    private final String label;

    Status(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** Used in REST and addresses. */
    public String key() {
        return key;
    }

    /** Shown to people. */
    public String label() {
        return label;
    }

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return this == DRAFT || this == IN_REVIEW || this == REVIEWED;
    }

    /** The only ways on from here (R8). */
    public Set<Status> next() {
        return switch (this) {
            case DRAFT -> Set.of(IN_REVIEW, WAIVED, CANCELLED);
            case IN_REVIEW -> Set.of(DRAFT, REVIEWED, WAIVED, CANCELLED);
            case REVIEWED -> Set.of(CLOSED, CANCELLED);
            case WAIVED -> Set.of(DRAFT);
            case CLOSED, CANCELLED -> Set.of();
        };
    }
}
