package org.postmortemflow.operations.domain;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lengths of time as a distribution, because means mislead (R29); percentiles are nearest-rank, so each is a length that was there. */
public record Spread(List<Duration> sorted) {

    /** With fewer values a 90th percentile says nothing. */
    public static final int FEW = 5;

    private static final int MEDIAN = 50;
    private static final int HIGH = 90;

    /** Lengths that are not known are left out. */
    public static Spread of(Collection<? extends @Nullable Duration> lengths) {
        return new Spread(lengths.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted()
                .toList());
    }

    public int count() {
        return sorted.size();
    }

    /** Null without values. */
    public @Nullable Duration median() {
        return rank(MEDIAN);
    }

    /** Null with fewer than {@link #FEW} values. */
    public @Nullable Duration p90() {
        return count() < FEW ? null : rank(HIGH);
    }

    /** Null without values. */
    public @Nullable Duration worst() {
        return rank(100);
    }

    private @Nullable Duration rank(int percent) {
        return sorted.isEmpty() ? null : sorted.get((percent * sorted.size() + 99) / 100 - 1);
    }
}
