package org.postmortemflow.calendar.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postmortemflow.calendar.CalendarMeeting;

/**
 * A month as whole weeks, Monday to Sunday; days are those of the reader's zone.
 *
 * @param meetings of the month alone, in order
 */
record Month(YearMonth month, List<List<Day>> weeks, List<CalendarMeeting> meetings) {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final int WEEK = 7;

    /** @param date in words, for those who do not see the grid */
    record Day(int number, String date, boolean inMonth, boolean today, List<CalendarMeeting> meetings) {}

    /** The first instant of the first week that is shown. */
    static Instant from(YearMonth month, ZoneId zone) {
        return firstDay(month).atStartOfDay(zone).toInstant();
    }

    /** The first instant after the last week that is shown. */
    static Instant to(YearMonth month, ZoneId zone) {
        return afterLastDay(month).atStartOfDay(zone).toInstant();
    }

    static Month of(YearMonth month, LocalDate today, ZoneId zone, List<CalendarMeeting> meetings) {
        List<Day> days = firstDay(month)
                .datesUntil(afterLastDay(month))
                .map(day -> new Day(
                        day.getDayOfMonth(),
                        DATE.format(day),
                        YearMonth.from(day).equals(month),
                        day.equals(today),
                        on(day, zone, meetings).toList()))
                .toList();
        List<List<Day>> weeks = IntStream.range(0, days.size() / WEEK)
                .mapToObj(week -> days.subList(week * WEEK, (week + 1) * WEEK))
                .toList();
        List<CalendarMeeting> own = meetings.stream()
                .filter(meeting -> YearMonth.from(meeting.start().atZone(zone)).equals(month))
                .toList();
        return new Month(month, weeks, own);
    }

    /** {@code June 2026}. */
    public String name() {
        return NAME.format(month);
    }

    /** As the address names it. */
    public String before() {
        return month.minusMonths(1).toString();
    }

    public String after() {
        return month.plusMonths(1).toString();
    }

    private static Stream<CalendarMeeting> on(LocalDate day, ZoneId zone, List<CalendarMeeting> meetings) {
        return meetings.stream()
                .filter(meeting -> meeting.start().atZone(zone).toLocalDate().equals(day));
    }

    private static LocalDate firstDay(YearMonth month) {
        return month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate afterLastDay(YearMonth month) {
        return month.atEndOfMonth().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}
