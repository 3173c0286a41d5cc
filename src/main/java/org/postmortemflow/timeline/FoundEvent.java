package org.postmortemflow.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a source tells; a candidate for a timeline item.
 *
 * @param key tells it apart from all others of all sources, and stays the same when it is told again
 * @param at UTC, to the microsecond
 * @param threadAt when the conversation began that this is part of; {@code at} when it began one itself
 * @param bot whether a program wrote it
 * @param marked whether people pinned it while it happened
 * @param channel where it was written, for people
 * @param text may have many lines
 * @param kind what it surely is; null to let the words decide
 * @param source a link to it, or words that say where it is
 */
public record FoundEvent(
        String key,
        Instant at,
        Instant threadAt,
        String author,
        boolean bot,
        boolean marked,
        String channel,
        String text,
        @Nullable TimelineKind kind,
        String source) {}
