package org.postmortemflow.dashboard;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;

/**
 * One time that a postmortem came to a step.
 *
 * @param assignee whose turn it is or was; null while it is open to a pool
 * @param until when it was done; now, while it is open
 */
public record StallVisit(
        PostmortemId postmortem,
        String title,
        @Nullable Severity severity,
        @Nullable PersonId assignee,
        Instant since,
        @Nullable Instant due,
        Instant until) {

    /** How long it was or has been there. */
    public Duration stay() {
        return Duration.between(since, until);
    }

    /** Whether that was or is after it was due. */
    public boolean late() {
        return due != null && !until.isBefore(due);
    }
}
