package org.postmortemflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.demo.DemoClock;
import org.postmortemflow.shared.ClockMoved;

/** Timers fire by the demo's clock. */
class EngineClockTest {

    private static final Duration DAY = Duration.ofDays(1);

    @AfterEach
    void back() {
        ClockUtil.reset();
    }

    @Test
    void theEngineStartsInTheDemosTimeAndFollowsItOn() {
        EngineClock engine = new EngineClock(ahead(DAY));
        assertThat(engineIsAhead()).isBetween(Duration.ofHours(23), Duration.ofHours(25));

        engine.whenClockMoved(new ClockMoved(DAY.multipliedBy(3)));
        assertThat(engineIsAhead()).isBetween(Duration.ofHours(71), Duration.ofHours(73));
    }

    @Test
    void withoutAnOffsetItsClockIsLeftAlone() {
        new EngineClock(ahead(Duration.ZERO));

        assertThat(engineIsAhead().abs()).isLessThan(Duration.ofHours(1));
    }

    private static DemoClock ahead(Duration offset) {
        return new DemoClock(Clock.systemUTC(), offset, "classpath:organisation/demo.yaml");
    }

    private static Duration engineIsAhead() {
        return Duration.between(Clock.systemUTC().instant(), ClockUtil.now().toInstant());
    }
}
