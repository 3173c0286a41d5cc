package org.postmortemflow.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.postmortemflow.sla.domain.WorkingCalendar;
import org.postmortemflow.sla.domain.WorkingCalendar.Span;

/** R9 against somebody who counts the days one by one: any zone, any weekend, holidays anywhere, from 1990 to 2060. */
class CountingPropertiesTest {

    private static final long FIRST = 631_152_000L;
    private static final long LAST = 2_840_140_800L;

    @Property(tries = 500)
    void businessDaysAreCountedAsADiligentClerkWould(
            @ForAll @LongRange(min = FIRST, max = LAST) long second,
            @ForAll("zones") ZoneId zone,
            @ForAll @Size(max = 6) Set<DayOfWeek> weekend,
            @ForAll @Size(max = 12) Set<@IntRange(min = 1, max = 30) Integer> daysOff,
            @ForAll @IntRange(min = 1, max = 10) int n) {
        Instant start = Instant.ofEpochSecond(second);
        LocalDate day0 = start.atZone(zone).toLocalDate();
        Set<LocalDate> holidays = new HashSet<>();
        daysOff.forEach(offset -> holidays.add(day0.plusDays(offset)));

        WorkingCalendar calendar = calendar(zone, weekend, holidays);
        Span span = calendar.businessDays(start, n);

        LocalDate day = day0;
        int left = n;
        Set<LocalDate> skipped = new HashSet<>();
        while (left > 0) {
            day = day.plusDays(1);
            if (weekend.contains(day.getDayOfWeek()) || holidays.contains(day)) {
                skipped.add(day);
            } else {
                left--;
            }
        }
        assertThat(span.lastDay()).isEqualTo(day);
        assertThat(span.notCounted()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(skipped);
        assertEndsWithTheLastDay(calendar, span);
    }

    @Property(tries = 500)
    void calendarDaysAreDatesAndNeverHours(
            @ForAll @LongRange(min = FIRST, max = LAST) long second,
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(min = 1, max = 10) int n) {
        Instant start = Instant.ofEpochSecond(second);
        WorkingCalendar calendar = calendar(zone, Set.of(), Set.of());

        Span span = calendar.calendarDays(start, n);

        assertThat(span.lastDay()).isEqualTo(start.atZone(zone).toLocalDate().plusDays(n));
        assertEndsWithTheLastDay(calendar, span);
    }

    /** The last moment before the deadline is on the last day; the deadline itself is not. */
    private static void assertEndsWithTheLastDay(WorkingCalendar calendar, Span span) {
        Instant end = calendar.endOf(span);
        assertThat(end.atZone(calendar.zone()).toLocalDate()).isAfter(span.lastDay());
        assertThat(end.minusMillis(1).atZone(calendar.zone()).toLocalDate()).isBeforeOrEqualTo(span.lastDay());
    }

    private static WorkingCalendar calendar(ZoneId zone, Set<DayOfWeek> weekend, Set<LocalDate> holidays) {
        return new WorkingCalendar(
                zone, weekend, day -> holidays.contains(day) ? "off" : null, LocalTime.of(9, 0), LocalTime.of(17, 0));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "America/Santiago",
                        "Africa/Cairo",
                        "Asia/Kathmandu",
                        "Asia/Tokyo",
                        "Australia/Lord_Howe",
                        "Pacific/Kiritimati",
                        "Pacific/Niue",
                        "Pacific/Apia",
                        "UTC")
                .map(ZoneId::of);
    }
}
