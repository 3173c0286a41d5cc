package org.postmortemflow.archive.reader;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A time as it is written somewhere, not yet put into its place.
 *
 * @param text as written, with all that belongs to it
 * @param date null when it is not told here
 * @param time null when only a date is told
 * @param vague whether a part of the time of day is left open: {@code 14:??}
 * @param zone null when it is not told here
 * @param instant for Unix times
 * @param since for times such as {@code T+5m}
 * @param until whether an end is told too: {@code 10:00-10:15}
 */
record TimeReading(
        String text,
        @Nullable ToldDate date,
        @Nullable LocalTime time,
        boolean vague,
        @Nullable ToldZone zone,
        @Nullable Instant instant,
        @Nullable Duration since,
        boolean until) {

    /** A day without a time of day, which may stand above the times of that day. */
    boolean isDayOnly() {
        return date != null && time == null && !vague;
    }

    /** Whether an instant cannot say all that is written: then the writing is kept. */
    boolean saysMore() {
        return until || vague || since != null || time == null && instant == null;
    }

    /** The same of another day. */
    TimeReading on(ToldDate day) {
        return new TimeReading(day == date ? text : text, day, time, vague, zone, instant, since, until);
    }
}
