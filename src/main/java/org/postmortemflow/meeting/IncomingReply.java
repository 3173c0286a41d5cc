package org.postmortemflow.meeting;

import org.jspecify.annotations.Nullable;

/**
 * A message that may hold a reply.
 *
 * @param key the same for the same message whenever and wherever it is read; at most 100 characters
 * @param sender the address it claims to come from; null when it came without a mail around it
 * @param calendar the calendar entry in it; null when there is none
 * @param automatic whether a machine wrote it without being asked: out of office, for example
 * @param content the whole message, for an operator
 */
public record IncomingReply(
        String key,
        @Nullable String sender,
        String subject,
        @Nullable String calendar,
        boolean automatic,
        String content) {}
