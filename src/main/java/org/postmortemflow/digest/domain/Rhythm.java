package org.postmortemflow.digest.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often something comes.
 *
 * @param day of each week; null for every day
 * @param at local time
 * @param still how long after its time it still goes out; after that it is old news, and the next one tells it
 */
public record Rhythm(@Nullable DayOfWeek day, LocalTime at, Duration still) {

    /** The local day of the one that is due; a time that the clocks skip that day is the first one after it. */
    public Optional<LocalDate> due(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate latest = day == null ? today : today.with(TemporalAdjusters.previousOrSame(day));
        Instant time = latest.atTime(at).atZone(zone).toInstant();
        boolean due = !now.isBefore(time) && now.isBefore(time.plus(still));
        return due ? Optional.of(latest) : Optional.empty();
    }
}
