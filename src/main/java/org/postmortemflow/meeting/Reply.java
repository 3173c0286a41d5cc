package org.postmortemflow.meeting;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PostmortemId;

/**
 * What one attendee answered last.
 *
 * @param email of the attendee, lower case
 * @param sequence of the invite that was answered
 * @param answeredAt when they answered, as their calendar says it, but never later than it was received
 * @param remark what they wrote beside it; may be empty
 * @param proposal another time that they would rather have; null when they proposed none
 */
public record Reply(
        PostmortemId postmortem,
        String email,
        Answer answer,
        int sequence,
        Instant answeredAt,
        Instant receivedAt,
        String remark,
        @Nullable Proposal proposal) {

    /** @param start null when what was proposed could not be read */
    public record Proposal(@Nullable Instant start, Duration length) {}

    /** Whether it says the same as another one, whenever it was sent. */
    boolean saysTheSameAs(Reply other) {
        return answer == other.answer
                && sequence == other.sequence
                && remark.equals(other.remark)
                && java.util.Objects.equals(proposal, other.proposal);
    }
}
