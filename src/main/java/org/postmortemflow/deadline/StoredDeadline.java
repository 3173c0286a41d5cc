package org.postmortemflow.deadline;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.sla.DeadlineKind;

/**
 * A deadline as it is kept. All instants are UTC.
 *
 * @param subject the follow-up's id for {@link DeadlineKind#FOLLOW_UP_DONE}, else empty
 * @param rule the rule it was computed by; {@code inputs} are what it was computed from, {@code version} that of the settings
 * @param due the first instant that is too late
 * @param because how {@code due} came about, for people
 * @param expectedAt when it will be met as things are planned; only of the meeting
 * @param warnedAt when people were last reminded
 * @param metAt when it was done, in time or not; null while it is not
 * @param breachedAt the due time that was missed; null unless one was
 * @param endedAt since when it no longer matters
 * @param lateReason why the meeting was set after its deadline
 * @param excuse why missing it is fine
 */
public record StoredDeadline(
        PostmortemId postmortem,
        DeadlineKind kind,
        String subject,
        String rule,
        String inputs,
        String version,
        Instant due,
        String because,
        @Nullable Instant expectedAt,
        @Nullable Instant warnedAt,
        @Nullable Instant metAt,
        @Nullable Instant breachedAt,
        @Nullable Instant endedAt,
        @Nullable Word lateReason,
        @Nullable Word excuse) {

    /** The process itself asks for the review in the minute in which that is due, so this much later is not late. */
    private static final Duration TOLERANCE = Duration.ofMinutes(15);

    /** A reason that somebody gave. */
    public record Word(String reason, PersonId by, Instant at) {}

    /** Where a deadline stands. */
    public enum State {
        OPEN("open", "Open"),
        LATE("late", "Late"),
        MET("met", "Met"),
        MET_LATE("met-late", "Met late"),
        EXCUSED("excused", "Excused"),
        ENDED("ended", "No longer needed");

        private final String key;
        private final String label;

        State(String key, String label) {
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

    /** In time counts before anything else; what was missed is excused once somebody who may says so. */
    public State state(Instant now) {
        if (metAt != null && metAt.isBefore(lateFrom())) {
            return State.MET;
        }
        if (endedAt != null && metAt == null) {
            return State.ENDED;
        }
        if (excuse != null) {
            return State.EXCUSED;
        }
        if (metAt != null) {
            return State.MET_LATE;
        }
        return isMissed(now) ? State.LATE : State.OPEN;
    }

    /** Whether something is still to be done for it. */
    public boolean isOpen() {
        return metAt == null && endedAt == null;
    }

    /** Whether it will be missed as things are planned, although its time may not be over yet. */
    public boolean isPlannedLate() {
        return isOpen() && expectedAt != null && !expectedAt.isBefore(due);
    }

    /** Whether it was not met in its time, excused or not. A meeting that was to begin in time waits for its record. */
    public boolean isMissed(Instant now) {
        if (metAt != null) {
            return !metAt.isBefore(lateFrom());
        }
        boolean planned = expectedAt != null && expectedAt.isBefore(due);
        return endedAt == null && !planned && !now.isBefore(lateFrom());
    }

    /** From then on it is late. */
    public Instant lateFrom() {
        return kind == DeadlineKind.REVIEW_ASKED ? due.plus(TOLERANCE) : due;
    }
}
