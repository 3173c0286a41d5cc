package org.postmortemflow.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PostmortemId;

/** Which part of the matches: those after one of them, or all but the first few. */
public record Window(int skip, @Nullable After after, int most) {

    /** The last one that was given before. */
    public record After(long score, Instant resolvedAt, PostmortemId id) {}
}
