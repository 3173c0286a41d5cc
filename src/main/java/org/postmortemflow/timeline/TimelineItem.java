package org.postmortemflow.timeline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Severity;

/**
 * One thing that happened (R17).
 *
 * @param at UTC
 * @param source a link or query that shows where it is known from; may be empty
 * @param hidden noise that was put aside: kept, but not shown among the others
 * @param severity the incident's severity from then on; null when this item does not change it
 * @param noticed whether customers notice the incident from then on; null when this item does not change it
 */
public record TimelineItem(
        UUID id,
        Instant at,
        String event,
        TimelineKind kind,
        String source,
        boolean hidden,
        @Nullable Severity severity,
        @Nullable Boolean noticed) {

    /** One that changes neither severity nor what customers notice. */
    public TimelineItem(UUID id, Instant at, String event, TimelineKind kind, String source, boolean hidden) {
        this(id, at, event, kind, source, hidden, null, null);
    }

    /** A new one, shown. */
    public static TimelineItem of(Instant at, String event, TimelineKind kind, String source) {
        return new TimelineItem(UUID.randomUUID(), at, event, kind, source, false);
    }

    /** The same, put aside or shown again. */
    public TimelineItem hidden(boolean aside) {
        return new TimelineItem(id, at, event, kind, source, aside, severity, noticed);
    }

    /** Whether something shows where it is known from (R17). */
    public boolean hasEvidence() {
        return !source.isBlank();
    }
}
