package org.postmortemflow.integration.slack;

import java.time.Instant;

/**
 * A message of an export that was said and not taken back.
 *
 * @param ts Slack's own time stamp, which names it within its channel
 * @param threadTs of the message that it answers; its own when it answers none
 * @param author shown to people
 * @param authorId Slack's id; empty for programs without one
 * @param text readable
 * @param link the address of a file that shows the workspace's own address; may be empty
 */
record SlackMessage(
        String ts,
        String threadTs,
        Instant at,
        Instant threadAt,
        String author,
        String authorId,
        boolean bot,
        boolean marked,
        String text,
        String link) {}
