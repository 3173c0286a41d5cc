package org.postmortemflow.notification;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What has become of a mail. */
public enum OutboxState {
    WAITING("Waiting"),
    SENT("Sent"),
    /** Refused for good, or undeliverable for a day: an operator decides. */
    FAILED("Failed"),
    /** The process ended each time it was sent: it is not tried again unless an operator says so. */
    QUARANTINED("Quarantined"),
    /** An operator decided that it never leaves. */
    DROPPED("Dropped");

    private final String label;

    OutboxState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As it stands in addresses and JSON, for example {@code quarantined}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<OutboxState> of(String key) {
        return Stream.of(values()).filter(state -> state.key().equals(key)).findFirst();
    }

    /** Whether an operator has to do something about it. */
    public boolean isStuck() {
        return this == FAILED || this == QUARANTINED;
    }
}
