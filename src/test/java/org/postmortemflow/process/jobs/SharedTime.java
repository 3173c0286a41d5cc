package org.postmortemflow.process.jobs;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.postmortemflow.TestClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What time it is, the same for all nodes of a test and for their engines. */
@TestConfiguration(proxyBeanMethods = false)
class SharedTime {

    private static final TestClock CLOCK = new TestClock();

    static Instant now() {
        return CLOCK.instant();
    }

    static void set(Instant now) {
        CLOCK.set(now);
        ClockUtil.setCurrentTime(Date.from(now));
    }

    static void reset() {
        ClockUtil.reset();
    }

    @Bean
    @Primary
    TestClock sharedClock() {
        return CLOCK;
    }
}
