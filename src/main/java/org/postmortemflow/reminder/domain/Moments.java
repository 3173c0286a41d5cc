package org.postmortemflow.reminder.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When people are reminded of a deadline: so long before, at it, and again and again after it.
 *
 * @param before each above zero
 * @param afterEvery above zero
 */
public record Moments(List<Duration> before, Duration afterEvery) {

    /** An escalation of the same minute goes first; whoever it tells is not reminded of the same. */
    public static final Duration GRACE = Duration.ofMinutes(2);

    private static final Duration HOUR = Duration.ofHours(1);

    /** Longer holidays than this have no working hour to go back to. */
    private static final int MOST_HOURS_BACK = 24 * 14;

    /**
     * The newest one whose time has come; older ones that were missed do not count any more. Empty when there is none yet, and
     * while people rest. What lay before the work was handed over is left out: who just got it knows.
     *
     * @param since when it became this person's turn
     */
    public Optional<Moment> newest(Instant due, Instant since, Instant now, Hours hours) {
        if (!hours.isOpen(now)) {
            return Optional.empty();
        }
        return now.isBefore(due.plus(GRACE)) ? ahead(due, since, now, hours) : over(due, since, now);
    }

    private Optional<Moment> ahead(Instant due, Instant since, Instant now, Hours hours) {
        return before.stream()
                .filter(length -> !due.minus(length).isBefore(since))
                .filter(length -> !now.isBefore(heard(due.minus(length), due, hours)))
                .min(Comparator.naturalOrder())
                .map(length -> new Moment("before-" + length, false));
    }

    private Optional<Moment> over(Instant due, Instant since, Instant now) {
        long times = Duration.between(due.plus(GRACE), now).dividedBy(afterEvery);
        boolean known = !due.plus(afterEvery.multipliedBy(times)).isBefore(since);
        return known ? Optional.of(new Moment(times == 0 ? "at" : "after-" + times, true)) : Optional.empty();
    }

    /** A warning that people would hear of only when it is too late comes in the last working hour before its time. */
    private static Instant heard(Instant nominal, Instant due, Hours hours) {
        if (hours.next(nominal).isBefore(due)) {
            return nominal;
        }
        Instant earlier = nominal;
        for (int back = 0; back < MOST_HOURS_BACK; back++) {
            if (hours.isOpen(earlier)) {
                return earlier;
            }
            earlier = earlier.minus(HOUR);
        }
        return nominal;
    }
}
