package org.postmortemflow.shared;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long something took, each time: median, 90th percentile and worst say more than a mean, which a single long one moves (R29).
 * Percentiles are nearest-rank: each is a value that was there.
 */
public record Distribution(List<Duration> sorted) {

    /** With fewer values a 90th percentile would only be the worst by another name. */
    public static final int FEW = 5;

    private static final int MEDIAN = 50;
    private static final int HIGH = 90;

    /** To the microsecond, as instants are kept: as numbers, thousands are sorted much quicker. */
    public static Distribution of(Collection<Duration> values) {
        return new Distribution(values.stream()
                .mapToLong(value -> TimeUnit.MICROSECONDS.convert(value))
                .sorted()
                .mapToObj(micros -> Duration.of(micros, ChronoUnit.MICROS))
                .toList());
    }

    public int count() {
        return sorted.size();
    }

    /** Null without values. */
    public @Nullable Duration median() {
        return percentile(MEDIAN);
    }

    /** Null with fewer than {@link #FEW} values. */
    public @Nullable Duration p90() {
        return count() < FEW ? null : percentile(HIGH);
    }

    /** Null without values. */
    public @Nullable Duration worst() {
        return percentile(100);
    }

    /** The value below or at which so many of a hundred are; null without values. @param percent 1 to 100 */
    public @Nullable Duration percentile(int percent) {
        if (sorted.isEmpty()) {
            return null;
        }
        int rank = (percent * sorted.size() + 99) / 100;
        return sorted.get(rank - 1);
    }
}
