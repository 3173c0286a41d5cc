package org.postmortemflow.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.EngineFigures;
import org.postmortemflow.lifecycle.EngineWatch;
import org.postmortemflow.notification.OutboxFigures;
import org.postmortemflow.notification.OutboxRecords;
import org.postmortemflow.notification.RelaySwitch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * All figures of one moment, counted at once and kept for some seconds: a scrape asks for fifty, and that must not be fifty
 * times the work. When they cannot be counted, that is kept as well, so that a scrape does not wait for a lost database fifty
 * times.
 */
@Component
class Snapshot {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);

    private final RecordFigures.Count count;
    private final OutboxRecords outbox;
    private final RelaySwitch relaySwitch;
    private final EngineWatch engine;
    private final Clock clock;
    private final Duration keep;
    private @Nullable Instant takenAt;
    private Optional<Figures> last = Optional.empty();

    Snapshot(
            RecordFigures.Count count,
            OutboxRecords outbox,
            RelaySwitch relaySwitch,
            EngineWatch engine,
            Clock clock,
            MonitoringSettings settings) {
        this.count = count;
        this.outbox = outbox;
        this.relaySwitch = relaySwitch;
        this.engine = engine;
        this.clock = clock;
        this.keep = settings.keep();
    }

    /** @param oldestWait how long the mail that has waited longest has waited; zero when none waits */
    record Figures(
            RecordFigures record,
            OutboxFigures outbox,
            Duration oldestWait,
            boolean outboxPaused,
            EngineFigures engine) {}

    /** Empty when they cannot be counted now. */
    synchronized Optional<Figures> figures() {
        Instant now = clock.instant();
        if (takenAt == null || !now.isBefore(takenAt.plus(keep)) || now.isBefore(takenAt)) {
            last = count(now);
            // what took long was counted when it was done, or a slow database would be asked without an end
            takenAt = clock.instant();
        }
        return last;
    }

    private Optional<Figures> count(Instant now) {
        try {
            OutboxFigures mail = outbox.figures();
            return Optional.of(new Figures(
                    count.at(now),
                    mail,
                    mail.longestWait(now),
                    relaySwitch.pause().isPresent(),
                    engine.figures()));
        } catch (RuntimeException unreachable) {
            LOG.warn("The figures for monitors cannot be counted now: {}", unreachable.toString());
            return Optional.empty();
        }
    }
}
