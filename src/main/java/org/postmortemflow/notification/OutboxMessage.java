package org.postmortemflow.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A frozen mail: whatever happens, it leaves with this content and this identity.
 *
 * @param messageId the RFC 5322 Message-ID with its angle brackets, derived from the mail's key
 * @param unsubscribe the address for RFC 8058; null for mail that is part of the work
 * @param attempts how often it was tried, the current attempt included
 * @param unanswered attempts in a row before this one that ended without an outcome, because the process ended
 * @param firstAttemptAt when the trying began, this attempt included
 */
public record OutboxMessage(
        UUID id,
        String messageId,
        String recipientName,
        String recipientEmail,
        String subject,
        String text,
        String html,
        Mail.@Nullable CalendarPart calendar,
        @Nullable String unsubscribe,
        int attempts,
        int unanswered,
        Instant createdAt,
        Instant firstAttemptAt) {}
