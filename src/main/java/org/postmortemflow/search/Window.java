package org.postmortemflow.search;

import org.jspecify.annotations.Nullable;

/** Which part of the matches: those after one of them, or all but the first few. */
public record Window(int skip, @Nullable After after, int most) {

    /** The last one that was given before: its score, and its number among those with the same. */
    public record After(long score, long number) {}
}
