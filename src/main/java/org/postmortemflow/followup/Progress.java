package org.postmortemflow.followup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.shared.PersonId;

/**
 * How far a follow-up is. Instants are UTC.
 *
 * @param since when it came into this state; null while nothing was done since it was opened
 * @param by who said so; null for the meeting
 * @param reason why it was declined, or what was noted with the change; may be empty
 * @param doneAt when it was done last; null when it is not done
 * @param reopened how often it was taken up again after it was done or declined
 */
public record Progress(
        State state,
        @Nullable Instant since,
        @Nullable PersonId by,
        String reason,
        @Nullable Instant doneAt,
        @Nullable PersonId doneBy,
        int reopened) {

    /** What becomes of it with this change. */
    public Progress to(State next, String why, Instant at, @Nullable PersonId who) {
        boolean again = !state.isOpen() && next.isOpen();
        boolean done = next == State.DONE;
        return new Progress(next, at, who, why, done ? at : null, done ? who : null, reopened + (again ? 1 : 0));
    }
}
