package org.postmortemflow.readership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;

/**
 * Somebody who was named to read a postmortem. All instants are UTC.
 *
 * @param team the id of the team that was named as a whole; null for a person named alone
 * @param mustRead whether reading is required (R25); otherwise it is allowed, which matters for a private one
 * @param toldAt when the mail was written that asks to read; null before the postmortem is Closed
 * @param readAt when the person said that it is read
 */
public record Reader(
        PersonId person,
        @Nullable String team,
        boolean mustRead,
        PersonId namedBy,
        @Nullable Instant toldAt,
        @Nullable Instant readAt) {}
