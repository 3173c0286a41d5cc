package org.postmortemflow.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Step;

/** How postmortems get through one step. A step that is to be done again counts each time. */
public record Stall(Step step, Waiting waiting, Passed passed) {

    /** The fewest times done of which a 90th percentile says anything. */
    public static final int ENOUGH_FOR_PERCENTILE = 5;

    /** Where postmortems lose most time after it was due, first; then where it takes longest. */
    public static final Comparator<Stall> WORST_FIRST = Comparator.comparing(
                    (Stall stall) -> stall.passed().overdue())
            .thenComparing(stall -> stall.passed().median(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed()
            .thenComparing(Stall::step);

    /**
     * What is open at this moment, whenever its incident was.
     *
     * @param late how many of them are past their due time
     * @param since when the one that waits longest was opened
     */
    public record Waiting(int open, int late, @Nullable Instant since) {

        static final Waiting NONE = new Waiting(0, 0, null);
    }

    /**
     * What became of it in the months that are looked at. Lengths are from when the step was opened to when it was done, weekends
     * included.
     *
     * @param median by nearest rank; null when it was never done
     * @param ninetieth the 90th percentile by nearest rank, null when it was never done
     * @param late how often it was done, dropped or is still open after it was due, excused or not
     * @param again how often it was to be done although it had been done before: a review asked for changes, or the meeting was to be
     *     scheduled anew
     * @param overdue how long it was late in total, until now where it still is
     */
    public record Passed(
            int done,
            @Nullable Duration median,
            @Nullable Duration ninetieth,
            @Nullable Duration longest,
            int late,
            int again,
            Duration overdue) {

        static final Passed NONE = new Passed(0, null, null, null, 0, 0, Duration.ZERO);

        /** Whether percentiles beyond the median say anything. */
        public boolean isEnough() {
            return done >= ENOUGH_FOR_PERCENTILE;
        }
    }
}
