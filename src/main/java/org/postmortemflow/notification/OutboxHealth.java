package org.postmortemflow.notification;

import java.time.Clock;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Whether mail leaves. While the mail server refuses us it is PAUSED, which an operator must see; it is not DOWN, because the
 * pages work and no load balancer should take them away.
 */
@Component("outboxHealthIndicator")
class OutboxHealth implements HealthIndicator {

    private static final Status PAUSED = new Status("PAUSED");

    private final OutboxRecords records;
    private final RelaySwitch relaySwitch;
    private final Clock clock;

    OutboxHealth(OutboxRecords records, RelaySwitch relaySwitch, Clock clock) {
        this.records = records;
        this.relaySwitch = relaySwitch;
        this.clock = clock;
    }

    @Override
    public Health health() {
        OutboxFigures figures = records.figures();
        Health.Builder health = Health.up()
                .withDetail("waiting", figures.waiting())
                .withDetail(
                        "oldestWaitsSeconds",
                        figures.longestWait(clock.instant()).toSeconds())
                .withDetail("failed", figures.failed())
                .withDetail("quarantined", figures.quarantined());
        relaySwitch
                .pause()
                .ifPresent(pause -> health.status(PAUSED)
                        .withDetail("pausedSince", pause.since())
                        .withDetail("pausedBecause", pause.reason()));
        return health.build();
    }
}
