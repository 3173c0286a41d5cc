package org.postmortemflow.timeline;

import java.util.Arrays;
import java.util.Optional;

/** What a timeline item tells of (R17). */
public enum TimelineKind {
    CAUSE_BEGAN("cause-began", "Cause began"),
    DETECTED("detected", "Detected"),
    PAGE("page", "Page"),
    ACKNOWLEDGED("acknowledged", "Acknowledged"),
    STATUS_CHANGE("status-change", "Status change"),
    IMPACT_CHANGE("impact-change", "Impact change"),
    DECISION("decision", "Decision"),
    ACTION("action", "Action"),
    STATUS_PAGE_UPDATED("status-page-updated", "Status page updated"),
    MITIGATED("mitigated", "Mitigated"),
    RESOLVED("resolved", "Resolved"),
    LEARNED_LATER("learned-later", "Learned later");

    private final String key;
    private final String label;

    TimelineKind(String key, String label) {
        this.key = key;
        this.label = label;
    }

    public String key() {
        return key;
    }

    /** Shown to people. */
    public String label() {
        return label;
    }

    public static Optional<TimelineKind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}
