package org.postmortemflow.notification;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much there is to do.
 *
 * @param retrying those that wait and have failed before
 * @param oldestWaiting when the mail was written that has waited longest; null when none waits
 */
public record OutboxFigures(
        long waiting, long retrying, @Nullable Instant oldestWaiting, long failed, long quarantined) {

    /** What waits for an operator. */
    public long stuck() {
        return failed + quarantined;
    }

    /** How long the oldest has waited. */
    public Duration longestWait(Instant now) {
        return oldestWaiting == null ? Duration.ZERO : Duration.between(oldestWaiting, now);
    }
}
