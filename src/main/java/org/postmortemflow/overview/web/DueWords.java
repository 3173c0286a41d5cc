package org.postmortemflow.overview.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How long there is still, or how late it is, in words; the exact time stands beside it. */
@Component("dueWords")
class DueWords {

    private final Clock clock;

    DueWords(Clock clock) {
        this.clock = clock;
    }

    /** For example {@code in 3 hours} or {@code 2 days late}; rounded down. */
    public String left(Instant due) {
        Duration left = Duration.between(clock.instant(), due);
        return left.isNegative() || left.isZero() ? words(left.negated()) + " late" : "in " + words(left);
    }

    private static String words(Duration span) {
        if (span.toHours() < 1) {
            return count(span.toMinutes(), "minute");
        }
        return span.toDays() < 2 ? count(span.toHours(), "hour") : count(span.toDays(), "day");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
