package org.postmortemflow.followup;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.shared.PersonId;

/**
 * Where teams keep their tickets. All methods are called in the transaction that changes the follow-up, and nothing leaves
 * inside a transaction: a tracker in another system writes down here what it will send. Without one, the built-in tracker
 * serves; another takes its place as a {@code @Primary} bean.
 */
public interface Tracker {

    /**
     * Makes the ticket of a follow-up (R22). Opening the same one again, also at the same moment, makes no second: the
     * follow-up's id is the key.
     *
     * @return empty when it is ordered and not known yet; the follow-up's own state does not wait for it
     */
    Optional<TicketReference> open(FollowUp followUp);

    /** How far the tracker says that it is; empty when it knows no such ticket. */
    Optional<State> state(TicketReference ticket);

    /**
     * The follow-up's state changed here.
     *
     * @param reason may be empty
     * @param by null for the meeting
     */
    void move(TicketReference ticket, State state, String reason, @Nullable PersonId by);
}
