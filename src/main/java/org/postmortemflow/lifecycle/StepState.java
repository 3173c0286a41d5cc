package org.postmortemflow.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;

/**
 * One time that a step was to be done; a step that a review sends back has several.
 *
 * @param taskId the engine's task
 * @param pool the group that may do it when nobody is named
 * @param due when it must be done by, UTC
 * @param because the explanation of {@code due}, for people
 * @param doneAt null while open; also set when the step was dropped because the postmortem ended
 */
public record StepState(
        PostmortemId postmortem,
        Step step,
        String taskId,
        State state,
        @Nullable PersonId assignee,
        @Nullable String pool,
        Instant openedAt,
        @Nullable Instant due,
        @Nullable String because,
        @Nullable Instant doneAt,
        @Nullable PersonId doneBy) {

    /** What became of it. */
    public enum State {
        OPEN,
        DONE,
        DROPPED
    }

    /** Whether it is open and its time is over. */
    public boolean isLate(Instant now) {
        return state == State.OPEN && due != null && !now.isBefore(due);
    }
}
