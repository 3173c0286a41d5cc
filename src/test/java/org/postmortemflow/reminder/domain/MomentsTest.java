package org.postmortemflow.reminder.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postmortemflow.sla.domain.WorkingCalendar;

/** Which reminder of a deadline is the newest one at a time; none while people rest. */
class MomentsTest {

    private static final Moments MOMENTS =
            new Moments(List.of(Duration.ofHours(24), Duration.ofHours(2)), Duration.ofHours(24));
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Friday noon in Berlin. */
    private static final Instant DUE = Instant.parse("2026-06-12T10:00:00Z");

    private static final Instant LONG_AGO = Instant.parse("2026-06-01T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-06-11T09:59:59Z, ''",
        "2026-06-11T10:00:00Z, before-PT24H",
        "2026-06-12T07:59:59Z, before-PT24H",
        "2026-06-12T08:00:00Z, before-PT2H",
        "2026-06-12T10:01:59Z, before-PT2H",
        "2026-06-12T10:02:00Z, at",
        "2026-06-13T10:01:59Z, at",
        "2026-06-13T10:02:00Z, after-1",
        "2026-06-19T12:00:00Z, after-7"
    })
    void onlyTheNewestOneCountsHoweverLongNobodyLooked(Instant now, String key) {
        assertThat(newest(DUE, LONG_AGO, now, Hours.ALWAYS)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        // Thursday night, Friday morning
        "2026-06-11T18:00:00Z, ''",
        "2026-06-12T06:59:59Z, ''",
        "2026-06-12T07:00:00Z, before-PT24H",
        // Friday evening, the weekend, a company holiday on Monday, and Tuesday
        "2026-06-12T15:00:00Z, ''",
        "2026-06-13T12:00:00Z, ''",
        "2026-06-15T12:00:00Z, ''",
        "2026-06-16T07:00:00Z, after-3"
    })
    void nobodyIsRemindedAtNightOnWeekendsAndOnHolidays(Instant now, String key) {
        assertThat(newest(DUE, LONG_AGO, now, officeHours())).isEqualTo(key);
    }

    @Test
    void aWarningThatWouldComeTooLateComesBeforeTheWeekend() {
        Instant tuesdayMorning = Instant.parse("2026-06-16T07:00:00Z");
        Instant fridayAtFour = Instant.parse("2026-06-12T14:00:00Z");

        assertThat(newest(tuesdayMorning, LONG_AGO, fridayAtFour.minusSeconds(1), officeHours()))
                .isEmpty();
        assertThat(newest(tuesdayMorning, LONG_AGO, fridayAtFour, officeHours()))
                .isEqualTo("before-PT2H");
        assertThat(newest(tuesdayMorning, LONG_AGO, tuesdayMorning.plus(Moments.GRACE), officeHours()))
                .isEqualTo("at");
    }

    @Test
    void whoJustGotTheWorkIsNotWarnedOfWhatLayBefore() {
        Instant threeHoursBefore = DUE.minus(Duration.ofHours(3));
        Instant late = DUE.plus(Duration.ofHours(30));

        assertThat(newest(DUE, threeHoursBefore, threeHoursBefore, Hours.ALWAYS))
                .isEmpty();
        assertThat(newest(DUE, threeHoursBefore, DUE.minus(Duration.ofHours(2)), Hours.ALWAYS))
                .isEqualTo("before-PT2H");
        assertThat(newest(DUE, late, late, Hours.ALWAYS)).isEmpty();
        assertThat(newest(DUE, late, DUE.plus(Duration.ofHours(49)), Hours.ALWAYS))
                .isEqualTo("after-2");
    }

    private static String newest(Instant due, Instant since, Instant now, Hours hours) {
        return MOMENTS.newest(due, since, now, hours).map(Moment::key).orElse("");
    }

    private static Hours officeHours() {
        LocalDate holiday = LocalDate.of(2026, 6, 15);
        WorkingCalendar calendar = new WorkingCalendar(
                BERLIN,
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                day -> day.equals(holiday) ? "Company day" : null,
                LocalTime.of(9, 0),
                LocalTime.of(17, 0));
        return new Hours() {
            @Override
            public boolean isOpen(Instant instant) {
                return calendar.isWorkingTime(instant);
            }

            @Override
            public Instant next(Instant instant) {
                return calendar.nextWorkingTime(instant);
            }
        };
    }
}
