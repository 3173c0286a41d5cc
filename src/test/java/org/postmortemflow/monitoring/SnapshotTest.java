package org.postmortemflow.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.lifecycle.EngineWatch;
import org.postmortemflow.notification.OutboxRecords;
import org.postmortemflow.notification.RelaySwitch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

/** A scrape asks for many figures, and the database is asked once. */
@ApplicationTest
class SnapshotTest {

    private static final Duration KEEP = Duration.ofSeconds(10);
    private static final RecordFigures NOTHING = new RecordFigures(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    @Autowired
    OutboxRecords outbox;

    @Autowired
    RelaySwitch relaySwitch;

    @Autowired
    EngineWatch engine;

    @Autowired
    TestClock clock;

    private final AtomicInteger counted = new AtomicInteger();

    @Test
    void theFiguresOfOneMomentAreCountedOnceAndThenAnew() {
        Snapshot snapshot = snapshot(now -> NOTHING);

        readAll(snapshot);
        clock.advance(KEEP.minusMillis(1));
        readAll(snapshot);
        assertThat(counted).hasValue(1);
        clock.advance(Duration.ofMillis(1));
        readAll(snapshot);
        assertThat(counted).hasValue(2);
    }

    @Test
    void whatCannotBeCountedIsNoNumberAndIsNotTriedForEachFigure() {
        Snapshot snapshot = snapshot(now -> {
            throw new DataAccessResourceFailureException("The database is gone");
        });

        assertThat(readAll(snapshot)).isNotEmpty().containsOnly(Double.NaN);
        assertThat(counted).hasValue(1);
    }

    private Snapshot snapshot(RecordFigures.Count count) {
        return new Snapshot(
                now -> {
                    counted.incrementAndGet();
                    return count.at(now);
                },
                outbox,
                relaySwitch,
                engine,
                clock,
                new MonitoringSettings(KEEP));
    }

    private static double[] readAll(Snapshot snapshot) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new Meters(snapshot).bindTo(registry);
        return registry.getMeters().stream()
                .flatMap(meter ->
                        java.util.stream.StreamSupport.stream(meter.measure().spliterator(), false))
                .mapToDouble(measurement -> measurement.getValue())
                .toArray();
    }
}
