package org.postmortemflow.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Whether mail leaves. While the mail server refuses us it is PAUSED, which an operator must see; it is not DOWN, because the
 * pages work and no load balancer should take them away. DOWN is a node whose relay stands still.
 */
@Component("outboxHealthIndicator")
class OutboxHealth implements HealthIndicator {

    private static final Status PAUSED = new Status("PAUSED");

    /** It looks each second, and after each handful of mails; a mail server that says nothing holds it for half a minute. */
    private static final Duration STANDS_STILL = Duration.ofMinutes(10);

    private final OutboxRecords records;
    private final RelaySwitch relaySwitch;
    private final OutboxRelay relay;
    private final Clock clock;

    OutboxHealth(OutboxRecords records, RelaySwitch relaySwitch, OutboxRelay relay, Clock clock) {
        this.records = records;
        this.relaySwitch = relaySwitch;
        this.relay = relay;
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
        Instant lastLooked = relay.lastLooked();
        if (lastLooked != null && lastLooked.plus(STANDS_STILL).isBefore(clock.instant())) {
            health.down().withDetail("standsStillSince", lastLooked);
        }
        return health.build();
    }
}
