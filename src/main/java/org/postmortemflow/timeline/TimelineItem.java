package org.postmortemflow.timeline;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that happened (R17).
 *
 * @param at UTC
 * @param source a link or query that shows where it is known from; may be empty
 * @param hidden noise that was put aside: kept, but not shown among the others
 */
public record TimelineItem(UUID id, Instant at, String event, TimelineKind kind, String source, boolean hidden) {

    /** A new one, shown. */
    public static TimelineItem of(Instant at, String event, TimelineKind kind, String source) {
        return new TimelineItem(UUID.randomUUID(), at, event, kind, source, false);
    }
}
