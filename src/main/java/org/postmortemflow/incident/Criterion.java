package org.postmortemflow.incident;

/** The questions that decide whether a lesser incident needs a postmortem (R1); each is an input of the decision table. */
public enum Criterion {
    LOSS("loss", "Data, productivity or customer access was lost"),
    PROLONGED_ACTION("prolongedAction", "A shutdown, re-route, rollback or prolonged action was needed"),
    MONITORING_MISSED("monitoringMissed", "Monitoring did not detect it or did not alert properly"),
    CAUSE_UNKNOWN("causeUnknown", "The cause is unknown, unexpected or suspicious"),
    WIDE_ARCHITECTURE("wideArchitecture", "It touches architecture that much else depends on"),
    RESPONSE_PROBLEMS("responseProblems", "The response itself had serious problems");

    private final String key;
    private final String label;

    Criterion(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** Used in REST and as the decision table's input. */
    public String key() {
        return key;
    }

    /** Shown to people. */
    public String label() {
        return label;
    }
}
