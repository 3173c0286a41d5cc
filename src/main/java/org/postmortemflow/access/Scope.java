package org.postmortemflow.access;

import java.util.Arrays;
import java.util.Optional;

/** What a token may be used for. It never gives its person a right that the person has not got: it only leaves some out. */
public enum Scope {
    READ("read", "Read", "what you may read, by GET", false),
    WRITE(
            "write",
            "Change",
            "report incidents, do steps and whatever else you may do; reading needs \"read\" besides",
            false),
    CALENDAR_REPLIES("calendar-replies", "Calendar replies", "hand in answers to invites, and nothing else", false),
    METRICS("metrics", "Metrics", "read the figures for a monitor, and nothing else", true),
    ENGINE("engine", "Engine", "use the engine's own REST, within what you may do there", false),
    ADMIN("admin", "Administration", "read and do what is for administrators alone, such as the outbox", true);

    private final String key;
    private final String label;
    private final String purpose;
    private final boolean forAdministrators;

    Scope(String key, String label, String purpose, boolean forAdministrators) {
        this.key = key;
        this.label = label;
        this.purpose = purpose;
        this.forAdministrators = forAdministrators;
    }

    /** As programs write it. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** What it is good for, for the person who chooses. */
    public String purpose() {
        return purpose;
    }

    /** Whether it is of no use to anybody else. */
    public boolean isForAdministrators() {
        return forAdministrators;
    }

    public static Optional<Scope> ofKey(String key) {
        return Arrays.stream(values()).filter(scope -> scope.key.equals(key)).findFirst();
    }
}
