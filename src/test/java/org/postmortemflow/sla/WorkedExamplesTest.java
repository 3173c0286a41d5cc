package org.postmortemflow.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postmortemflow.sla.domain.WorkingCalendar;

/** The ten worked examples of R9: within 3 calendar days for Sev-1, within 5 business days for Sev-2. */
class WorkedExamplesTest {

    @ParameterizedTest(name = "Sev-1 {0} in {1}: until {2}")
    @CsvSource({
        "2026-06-10T14:00:00+02:00, Europe/Berlin,    2026-06-13",
        "2026-06-12T23:59:59+02:00, Europe/Berlin,    2026-06-15",
        "2026-10-23T10:00:00+02:00, Europe/Berlin,    2026-10-26",
        "2026-06-10T22:30:00Z,      Europe/Berlin,    2026-06-14",
        "2026-06-10T22:30:00Z,      America/New_York, 2026-06-13",
    })
    void aSev1MeetingStartsWithinThreeCalendarDays(OffsetDateTime start, ZoneId zone, LocalDate lastValid) {
        WorkingCalendar calendar = calendar(zone, "de", null);

        assertThat(calendar.calendarDays(start.toInstant(), 3).lastDay()).isEqualTo(lastValid);
    }

    @ParameterizedTest(name = "Sev-2 {0} in {1} {2} {3}: until {4}")
    @CsvSource({
        "2026-06-10T14:00:00+02:00, Europe/Berlin,    de,   , 2026-06-17",
        "2026-06-13T03:00:00+02:00, Europe/Berlin,    de,   , 2026-06-19",
        "2026-12-22T10:00:00+01:00, Europe/Berlin,    de, by, 2026-12-30",
        "2026-04-30T10:00:00+02:00, Europe/Berlin,    de, by, 2026-05-08",
        "2026-05-04T10:00:00+09:00, Asia/Tokyo,       jp,   , 2026-05-12",
        "2026-07-02T10:00:00-04:00, America/New_York, us,   , 2026-07-10",
    })
    void aSev2MeetingStartsWithinFiveBusinessDays(
            OffsetDateTime start, ZoneId zone, String country, @Nullable String region, LocalDate lastValid) {
        WorkingCalendar calendar = calendar(zone, country, region);

        assertThat(calendar.businessDays(start.toInstant(), 5).lastDay()).isEqualTo(lastValid);
    }

    @Test
    void theDeadlineIsTheStartOfTheNextDayWhateverTheClocksDoInBetween() {
        WorkingCalendar berlin = calendar(ZoneId.of("Europe/Berlin"), "de", null);
        Instant friday = Instant.parse("2026-10-23T08:00:00Z");

        assertThat(berlin.endOf(berlin.calendarDays(friday, 3))).isEqualTo(Instant.parse("2026-10-26T23:00:00Z"));
    }

    @Test
    void aDayWithoutMidnightStartsWhenItDoes() {
        WorkingCalendar santiago = calendar(ZoneId.of("America/Santiago"), "cl", null);
        Instant wednesday = Instant.parse("2026-09-02T15:00:00Z");

        // the clocks go from 23:59:59 on 5 September straight to 01:00 on 6 September, at -03:00
        assertThat(santiago.endOf(santiago.calendarDays(wednesday, 3)))
                .isEqualTo(Instant.parse("2026-09-06T04:00:00Z"));
    }

    @Test
    void aRegionsHolidaysAreNotCountedElsewhere() {
        LocalDate epiphany = LocalDate.of(2026, 1, 6);

        assertThat(new PublicHolidays("de", "by").nameOf(epiphany)).isEqualTo("Epiphany");
        assertThat(new PublicHolidays("de", null).nameOf(epiphany)).isNull();
    }

    @Test
    void anUnknownRegionIsRefusedInsteadOfSilentlyHavingNoHolidays() {
        assertThatThrownBy(() -> new PublicHolidays("de", "bavaria"))
                .hasMessageContaining("bavaria")
                .hasMessageContaining("by");
    }

    @Test
    void anUnknownCountryIsRefused() {
        assertThatThrownBy(() -> new PublicHolidays("xx", null)).hasMessageContaining("xx");
    }

    private static WorkingCalendar calendar(ZoneId zone, String country, @Nullable String region) {
        return new WorkingCalendar(
                zone,
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                new PublicHolidays(country, region),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0));
    }
}
