package org.postmortemflow.dashboard;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lengths of time in few letters, for pictures and tables: {@code 2 d 4 h}, never more than two units. */
@Component("stayWords")
public class StayWords {

    private static final int DAYS_WITHOUT_HOURS = 10;
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    /** Nothing for what was never measured. */
    public String of(@Nullable Duration length) {
        return words(length);
    }

    /** Nothing for what was never measured. */
    public static String words(@Nullable Duration length) {
        if (length == null) {
            return "";
        }
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return "under 1 min";
        }
        long days = length.toDays();
        if (days >= DAYS_WITHOUT_HOURS) {
            return days + " d";
        }
        return days > 0
                ? two(days, "d", length.toHoursPart(), "h")
                : two(length.toHoursPart(), "h", length.toMinutesPart(), "min");
    }

    /** In one unit, where there is little room. */
    public static String rough(Duration length) {
        if (length.compareTo(Duration.ofHours(1)) < 0) {
            return length.toMinutes() + " min";
        }
        return length.compareTo(TWO_DAYS) < 0
                ? Math.round(length.toMinutes() / 60.0) + " h"
                : Math.round(length.toHours() / 24.0) + " d";
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        if (large == 0) {
            return small + " " + smallUnit;
        }
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
