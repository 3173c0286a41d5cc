package org.postmortemflow.timeline.candidates;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which candidates are looked at.
 *
 * @param channel empty for all
 * @param from inclusive, UTC; null for no limit
 * @param to inclusive, UTC; null for no limit
 * @param markedOnly only what people pinned
 */
public record CandidateFilter(
        String channel, @Nullable Instant from, @Nullable Instant to, boolean markedOnly) {

    public static final CandidateFilter ALL = new CandidateFilter("", null, null, false);
}
