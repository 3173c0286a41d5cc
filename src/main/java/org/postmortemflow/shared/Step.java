package org.postmortemflow.shared;

import java.util.Arrays;

/** A step that people do, in the order of the process; each is one user task of {@code processes/postmortem.bpmn}. */
public enum Step {
    SET_SEVERITY("set-severity", "Set severity"),
    DESIGNATE_OWNER("designate-owner", "Designate owner"),
    SCHEDULE_MEETING("schedule-meeting", "Schedule meeting"),
    COLLECT_TIMELINE("collect-timeline", "Collect timeline"),
    DESCRIBE_IMPACT("describe-impact", "Describe impact"),
    ANALYSE("analyse", "Analyse contributing factors"),
    OPEN_FOLLOW_UPS("open-follow-ups", "Open follow-ups"),
    DRAFT_EXTERNAL_MESSAGE("draft-external-message", "Draft external message"),
    REVIEW_POSTMORTEM("review-postmortem", "Review postmortem"),
    HOLD_MEETING("hold-meeting", "Hold meeting"),
    PUBLISH_EXTERNAL_MESSAGE("publish-external-message", "Publish external message");

    private final String key;
    private final String label;

    Step(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** Used in addresses, forms and escalation codes, for example {@code designate-owner}. */
    public String key() {
        return key;
    }

    /** Shown to people; the label of the task in the model. */
    public String label() {
        return label;
    }

    /** Whether the step is part of writing, and so can be asked for again by a review. */
    public boolean isWriting() {
        return compareTo(COLLECT_TIMELINE) >= 0 && compareTo(DRAFT_EXTERNAL_MESSAGE) <= 0;
    }

    /** @throws IllegalArgumentException when no step has this key */
    public static Step ofKey(String key) {
        return Arrays.stream(values())
                .filter(step -> step.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No step is called " + key));
    }
}
