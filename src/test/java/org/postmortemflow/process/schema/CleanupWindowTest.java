package org.postmortemflow.process.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.BatchWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine cleans up at night where the organisation is, wherever its machine is, also when the clock changes. */
class CleanupWindowTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        // before, in and after the hours of a day in summer
        "2026-06-10T20:00:00Z, 2026-06-11T00:00:00Z, 2026-06-11T02:00:00Z, 2026-06-11T00:00:00Z",
        "2026-06-11T01:00:00Z, 2026-06-11T00:00:00Z, 2026-06-11T02:00:00Z, 2026-06-12T00:00:00Z",
        "2026-06-11T02:00:00Z, 2026-06-12T00:00:00Z, 2026-06-12T02:00:00Z, 2026-06-12T00:00:00Z",
        "2026-01-10T12:00:00Z, 2026-01-11T01:00:00Z, 2026-01-11T03:00:00Z, 2026-01-11T01:00:00Z",
        // 29 March 2026: 02:00 does not exist, the hours begin at 03:00
        "2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z, 2026-03-29T02:00:00Z, 2026-03-29T01:00:00Z",
        // 25 October 2026: the hour from 02:00 comes twice
        "2026-10-24T12:00:00Z, 2026-10-25T00:00:00Z, 2026-10-25T03:00:00Z, 2026-10-25T00:00:00Z"
    })
    void theHoursAreOfTheOrganisationsNight(Instant now, Instant start, Instant end, Instant next) {
        CleanupWindow window =
                new CleanupWindow(new HistorySettings(180, LocalTime.of(2, 0), LocalTime.of(4, 0)), BERLIN);
        BatchWindow current = window.getCurrentOrNextBatchWindow(Date.from(now), any());

        assertThat(current.getStart()).isEqualTo(start);
        assertThat(current.getEnd()).isEqualTo(end);
        assertThat(window.getNextBatchWindow(Date.from(now), any()).getStart()).isEqualTo(next);
    }

    @Test
    void hoursOverMidnightEndOnTheNextDay() {
        CleanupWindow window =
                new CleanupWindow(new HistorySettings(180, LocalTime.of(23, 0), LocalTime.of(1, 0)), BERLIN);
        BatchWindow current =
                window.getCurrentOrNextBatchWindow(Date.from(Instant.parse("2026-06-10T22:30:00Z")), any());

        assertThat(current.getStart()).isEqualTo(Instant.parse("2026-06-10T21:00:00Z"));
        assertThat(current.getEnd()).isEqualTo(Instant.parse("2026-06-10T23:00:00Z"));
    }

    @Test
    void settingsThatSayNothingAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HistorySettings(-1, LocalTime.MIN, LocalTime.NOON));
        assertThatIllegalArgumentException().isThrownBy(() -> new HistorySettings(1, LocalTime.NOON, LocalTime.NOON));
    }

    private static StandaloneInMemProcessEngineConfiguration any() {
        return new StandaloneInMemProcessEngineConfiguration();
    }
}
