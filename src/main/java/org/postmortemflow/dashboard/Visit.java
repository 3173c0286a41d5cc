package org.postmortemflow.dashboard;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.StepState.State;
import org.postmortemflow.shared.Step;

/**
 * One time that a postmortem came to a step, to the millisecond.
 *
 * @param due the first instant that is too late; null without one
 * @param endedAt when it was done or dropped; null while it is open
 */
public record Visit(
        Step step,
        State state,
        Instant openedAt,
        @Nullable Instant due,
        @Nullable Instant endedAt) {

    /** How long it took until it was done or dropped; until now while it is open. */
    public Duration stay(Instant now) {
        return Duration.between(openedAt, until(now));
    }

    /** Whether it ended, or is still open, when it was due or after that. */
    public boolean late(Instant now) {
        return due != null && !until(now).isBefore(due);
    }

    /** How long it was open after it was due; zero when it was not. */
    public Duration overdue(Instant now) {
        return due == null || !late(now) ? Duration.ZERO : Duration.between(due, until(now));
    }

    private Instant until(Instant now) {
        return endedAt == null ? now : endedAt;
    }
}
