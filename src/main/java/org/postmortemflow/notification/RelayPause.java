package org.postmortemflow.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;

/**
 * Nothing is sent, by no node.
 *
 * @param until when one message is tried to see whether it is over; null when a person ends it
 * @param person who paused it; null when the mail server refused our sign-in
 */
public record RelayPause(
        Instant since,
        @Nullable Instant until,
        String reason,
        @Nullable PersonId person) {

    /** Whether it is time to try. */
    public boolean mayBeOver(Instant now) {
        return until != null && !now.isBefore(until);
    }
}
