package org.postmortemflow.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PostmortemId;

/**
 * A mail as an operator sees it in a list.
 *
 * @param position rises with each mail that is written
 * @param nextAttemptAt while it waits: when it is tried again, or until when it belongs to the node that is sending it
 * @param error what the last attempt came to; null when there was no mishap
 */
public record OutboxEntry(
        UUID id,
        long position,
        PostmortemId postmortem,
        String template,
        String recipientName,
        String recipientEmail,
        String subject,
        OutboxState state,
        int attempts,
        Instant createdAt,
        Instant nextAttemptAt,
        @Nullable Instant sentAt,
        @Nullable String error) {}
