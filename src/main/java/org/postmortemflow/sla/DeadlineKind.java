package org.postmortemflow.sla;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Step;

/** The deadlines of a postmortem, in the order of the process. */
public enum DeadlineKind {
    SEVERITY_SET("severity-set", "Severity set", "R1", Step.SET_SEVERITY),
    OWNER_DESIGNATED("owner-designated", "Owner designated", "R2", Step.DESIGNATE_OWNER),
    INVITES_OUT("invites-out", "Invites out", "R7", Step.SCHEDULE_MEETING),
    REVIEW_ASKED("review-asked", "Review asked for", "R26", null),
    CONTENT_COMPLETE("content-complete", "Content complete", "R8", null),
    FOLLOW_UPS_OPENED("follow-ups-opened", "Follow-ups opened", "R22", Step.OPEN_FOLLOW_UPS),
    REVIEW_DONE("review-done", "Review done", "R6", Step.REVIEW_POSTMORTEM),
    MEETING_HELD("meeting-held", "Meeting held", "R9", null),
    MEETING_RECORDED("meeting-recorded", "Meeting recorded", "R14", Step.HOLD_MEETING),
    MESSAGE_POSTED("message-posted", "External message posted", "R8", Step.PUBLISH_EXTERNAL_MESSAGE),
    FOLLOW_UP_DONE("follow-up-done", "Follow-up done", "R22", null);

    private final String key;
    private final String label;
    private final String source;
    private final @Nullable Step step;

    DeadlineKind(String key, String label, String source, @Nullable Step step) {
        this.key = key;
        this.label = label;
        this.source = source;
        this.step = step;
    }

    /** Used in tables, REST and addresses. */
    public String key() {
        return key;
    }

    /** Shown to people: what is true once it is met. */
    public String label() {
        return label;
    }

    /** The rule that asks for it, for example {@code R9}. */
    public String source() {
        return source;
    }

    /** The step that meets it; null when no single step does. */
    public @Nullable Step step() {
        return step;
    }

    /** @throws IllegalArgumentException when there is no such kind */
    public static DeadlineKind ofKey(String key) {
        return Arrays.stream(values())
                .filter(kind -> kind.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No deadline is called " + key));
    }
}
