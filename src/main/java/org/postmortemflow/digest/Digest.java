package org.postmortemflow.digest;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of digest. */
public enum Digest {
    WEEKLY(
            "weekly",
            "Weekly digest",
            "For those who manage teams: what is open, late and missed in their teams, whose turn it is, and what was excused and why."),
    DAILY(
            "daily",
            "Daily digest",
            "For owners: where your own postmortems stand, on each working day on which something is open.");

    private final String key;
    private final String label;
    private final String purpose;

    Digest(String key, String label, String purpose) {
        this.key = key;
        this.label = label;
        this.purpose = purpose;
    }

    /** Used in tables and forms. */
    public String key() {
        return key;
    }

    /** Shown to people. */
    public String label() {
        return label;
    }

    /** One sentence for people: who it is for and what is in it. */
    public String purpose() {
        return purpose;
    }

    public static Optional<Digest> ofKey(String key) {
        return Arrays.stream(values()).filter(digest -> digest.key.equals(key)).findFirst();
    }
}
