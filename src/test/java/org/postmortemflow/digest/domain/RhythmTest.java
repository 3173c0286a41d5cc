package org.postmortemflow.digest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a digest is due, in the reader's zone. */
class RhythmTest {

    private static final Rhythm WEEKLY = new Rhythm(DayOfWeek.MONDAY, LocalTime.of(8, 0), Duration.ofDays(2));
    private static final Rhythm DAILY = new Rhythm(null, LocalTime.of(2, 30), Duration.ofHours(8));

    @ParameterizedTest
    @CsvSource({
        "2026-06-15T05:59:59Z, Europe/Berlin, ",
        "2026-06-15T06:00:00Z, Europe/Berlin, 2026-06-15",
        "2026-06-17T05:59:59Z, Europe/Berlin, 2026-06-15",
        "2026-06-17T06:00:00Z, Europe/Berlin, ",
        "2026-06-14T23:00:00Z, Asia/Tokyo, 2026-06-15",
        "2026-06-15T06:00:00Z, America/New_York, "
    })
    void theWeeklyOneComesOnItsDayAndUpToTwoDaysLaterAfterADowntime(Instant now, ZoneId zone, LocalDate period) {
        assertThat(WEEKLY.due(now, zone).orElse(null)).isEqualTo(period);
    }

    /** On 29 March 2026 there is no 2:30 in Berlin. */
    @ParameterizedTest
    @CsvSource({"2026-03-29T01:29:59Z, ", "2026-03-29T01:30:00Z, 2026-03-29", "2026-03-29T09:30:00Z, "})
    void aTimeThatTheClocksSkipIsAfterIt(Instant now, LocalDate period) {
        assertThat(DAILY.due(now, ZoneId.of("Europe/Berlin")).orElse(null)).isEqualTo(period);
    }
}
