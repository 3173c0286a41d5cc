package org.postmortemflow.process;

import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.postmortemflow.demo.DemoClock;
import org.postmortemflow.shared.ClockMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The engine has a clock of its own, by which its timers fire: it goes as the demo's does. */
@Component
class EngineClock {

    EngineClock(DemoClock clock) {
        if (clock.isAhead()) {
            moveTo(clock.ahead());
        }
    }

    @EventListener
    void whenClockMoved(ClockMoved event) {
        moveTo(event.ahead());
    }

    private static void moveTo(Duration ahead) {
        ClockUtil.offset(ahead.toMillis());
    }
}
