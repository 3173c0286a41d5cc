package org.postmortemflow.timeline.candidates;

import java.time.Instant;
import java.util.UUID;
import org.postmortemflow.timeline.TimelineKind;

/**
 * Something that may become a timeline item.
 *
 * @param key the same when the same thing is read again
 * @param at UTC, to the microsecond
 * @param threadAt when the conversation began that it belongs to
 * @param kind a guess, for a person to correct
 * @param source a link or words, as of a timeline item
 */
public record Candidate(
        UUID id,
        String key,
        Instant at,
        Instant threadAt,
        String author,
        boolean bot,
        boolean marked,
        String channel,
        String text,
        TimelineKind kind,
        String source) {

    /** Whether it answers something that was said before. */
    public boolean isReply() {
        return threadAt.isBefore(at);
    }

    /** Whether the source can be followed with a click. */
    public boolean isLinked() {
        return source.startsWith("https://");
    }
}
