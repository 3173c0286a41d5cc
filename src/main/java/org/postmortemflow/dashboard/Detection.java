package org.postmortemflow.dashboard;

/** Who noticed an incident first, as its timeline and its report tell. */
public enum Detection {
    /** A page came before anybody said that they noticed it. */
    MONITORING("monitoring", "Monitoring"),
    /** Somebody noticed it before a page came, or the report says that monitoring missed it. */
    PEOPLE("people", "People"),
    /** Nothing tells. */
    UNKNOWN("unknown", "Not told");

    private final String key;
    private final String label;

    Detection(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** Used in REST. */
    public String key() {
        return key;
    }

    /** Shown to people. */
    public String label() {
        return label;
    }
}
