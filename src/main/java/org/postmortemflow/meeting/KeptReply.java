package org.postmortemflow.meeting;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that nobody could make use of.
 *
 * @param sender an address as the message claims it; may be empty
 * @param reason why it was kept, in plain words
 * @param content the message, shortened
 */
public record KeptReply(UUID id, Instant receivedAt, String sender, String subject, String reason, String content) {}
