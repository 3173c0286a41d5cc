package org.postmortemflow.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What to alert on: mail that waits for long, mail that is stuck, and a relay that is paused. */
@Component
class OutboxMetrics implements MeterBinder {

    private final OutboxRecords records;
    private final RelaySwitch relaySwitch;
    private final Clock clock;

    OutboxMetrics(OutboxRecords records, RelaySwitch relaySwitch, Clock clock) {
        this.records = records;
        this.relaySwitch = relaySwitch;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("outbox.waiting", () -> records.figures().waiting())
                .description("Mails that wait to be sent")
                .register(registry);
        Gauge.builder(
                        "outbox.oldest",
                        () -> records.figures().longestWait(clock.instant()).toSeconds())
                .baseUnit("seconds")
                .description("How long the oldest of them has waited")
                .register(registry);
        Gauge.builder("outbox.stuck", () -> records.figures().stuck())
                .description("Mails that failed or are quarantined and wait for an operator")
                .register(registry);
        Gauge.builder("outbox.paused", () -> relaySwitch.pause().isPresent() ? 1 : 0)
                .description("1 while nothing is sent")
                .register(registry);
    }
}
