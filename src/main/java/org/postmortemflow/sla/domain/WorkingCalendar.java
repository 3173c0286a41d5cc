package org.postmortemflow.sla.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The days and hours on which an organisation works.
 *
 * @param weekend the days of each week on which nobody works, six at most
 * @param opens local time; {@code closes} is later on the same day
 */
public record WorkingCalendar(
        ZoneId zone, Set<DayOfWeek> weekend, Holidays holidays, LocalTime opens, LocalTime closes) {

    private static final int SLOT_MINUTES = 30;

    public boolean isBusinessDay(LocalDate day) {
        return !weekend.contains(day.getDayOfWeek()) && holidays.nameOf(day) == null;
    }

    /** Whether people are at work then. */
    public boolean isWorkingTime(Instant instant) {
        ZonedDateTime moment = instant.atZone(zone);
        return isBusinessDay(moment.toLocalDate())
                && !moment.toLocalTime().isBefore(opens)
                && moment.toLocalTime().isBefore(closes);
    }

    /** The instant itself when people are at work then, else when they next begin. */
    public Instant nextWorkingTime(Instant instant) {
        if (isWorkingTime(instant)) {
            return instant;
        }
        ZonedDateTime moment = instant.atZone(zone);
        LocalDate day = moment.toLocalTime().isBefore(opens)
                ? moment.toLocalDate()
                : moment.toLocalDate().plusDays(1);
        while (!isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        return day.atTime(opens).atZone(zone).toInstant();
    }

    /** "Within n calendar days": the start's own local day is day 0 and never counted (R9). */
    public Span calendarDays(Instant start, int n) {
        LocalDate day0 = start.atZone(zone).toLocalDate();
        return new Span(day0, day0.plusDays(n), List.of());
    }

    /** "Within n business days": as {@link #calendarDays}, but only business days count (R9). */
    public Span businessDays(Instant start, int n) {
        LocalDate day0 = start.atZone(zone).toLocalDate();
        List<LocalDate> notCounted = new ArrayList<>();
        LocalDate day = day0;
        for (int counted = 0; counted < n; ) {
            day = day.plusDays(1);
            if (isBusinessDay(day)) {
                counted++;
            } else {
                notCounted.add(day);
            }
        }
        return new Span(day0, day, notCounted);
    }

    /** The first instant that is too late: the start of the day after the last one, whatever the clocks do that night. */
    public Instant endOf(Span span) {
        return span.lastDay().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /**
     * The earliest slot of that length within working hours that starts on a half hour, not before {@code from}. One that is
     * longer than a working day starts when the day does.
     */
    public Instant nextSlot(Instant from, Duration wanted) {
        Duration wholeDay = Duration.between(opens, closes);
        Duration length = wanted.compareTo(wholeDay) < 0 ? wanted : wholeDay;
        ZonedDateTime start = onHalfHour(from.atZone(zone));
        while (!fits(start, length)) {
            LocalDate today = start.toLocalDate();
            boolean stillToday = start.toLocalTime().isBefore(opens) && isBusinessDay(today);
            LocalDate day = stillToday ? today : today.plusDays(1);
            start = onHalfHour(day.atTime(opens).atZone(zone));
        }
        return start.toInstant();
    }

    /** When work ends, or would on a business day, on the last local day that has begun before the instant. */
    public Instant closingBefore(Instant instant) {
        LocalDate day = instant.minusNanos(1).atZone(zone).toLocalDate();
        return day.atTime(closes).atZone(zone).toInstant();
    }

    private boolean fits(ZonedDateTime start, Duration length) {
        ZonedDateTime end = start.plus(length);
        return isBusinessDay(start.toLocalDate())
                && !start.toLocalTime().isBefore(opens)
                && end.toLocalDate().equals(start.toLocalDate())
                && !end.toLocalTime().isAfter(closes);
    }

    private static ZonedDateTime onHalfHour(ZonedDateTime moment) {
        ZonedDateTime hour = moment.withMinute(0).withSecond(0).withNano(0);
        ZonedDateTime rounded = hour.plusMinutes(moment.getMinute() / SLOT_MINUTES * SLOT_MINUTES);
        return rounded.isBefore(moment) ? rounded.plusMinutes(SLOT_MINUTES) : rounded;
    }

    /** From day 0 to the last valid day, with the days between them that did not count. */
    public record Span(LocalDate day0, LocalDate lastDay, List<LocalDate> notCounted) {}
}
