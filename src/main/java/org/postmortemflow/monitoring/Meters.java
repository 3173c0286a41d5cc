package org.postmortemflow.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.monitoring.Snapshot.Figures;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.stereotype.Component;

/**
 * Tells monitors the figures; {@code docs/metrics.md} describes each. Every node tells the same, so take the maximum, not the sum.
 * Labels are from fixed lists: never a title, a person or a service. What cannot be counted now is not a number.
 */
@Component
class Meters implements MeterBinder {

    private static final double MILLIS = 1000;

    private final Snapshot snapshot;

    Meters(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Stream.of(Status.values())
                .filter(Status::isOpen)
                .forEach(status -> gauge(
                        registry,
                        "open",
                        "Postmortems that are not at an end",
                        Tags.of("status", status.key()),
                        of(figures -> figures.record().open(), status)));
        for (Step step : Step.values()) {
            Tags tags = Tags.of("step", step.key());
            gauge(
                    registry,
                    "steps.open",
                    "Steps that somebody has to do now",
                    tags,
                    of(f -> f.record().steps(), step));
            gauge(
                    registry,
                    "steps.overdue",
                    "Open steps whose due time is over",
                    tags,
                    of(f -> f.record().stepsOverdue(), step));
        }
        for (DeadlineKind kind : DeadlineKind.values()) {
            Tags tags = Tags.of("kind", kind.key());
            gauge(
                    registry,
                    "deadlines.due",
                    "Deadlines that end within the next 24 hours, with work still to be done",
                    tags,
                    of(f -> f.record().deadlinesDue(), kind));
            gauge(
                    registry,
                    "deadlines.breached",
                    "Deadlines that were missed and not excused, with work still to be done",
                    tags,
                    of(f -> f.record().deadlinesBreached(), kind));
        }
        bindOutbox(registry);
        bindEngine(registry);
    }

    private void bindOutbox(MeterRegistry registry) {
        gauge(
                registry,
                "outbox.waiting",
                "Mails that wait to be sent",
                Tags.empty(),
                f -> f.outbox().waiting());
        gauge(
                registry,
                "outbox.retrying",
                "Waiting mails that failed at least once",
                Tags.empty(),
                f -> f.outbox().retrying());
        seconds(registry, "outbox.oldest", "How long the oldest waiting mail has waited", Figures::oldestWait);
        gauge(
                registry,
                "outbox.stuck",
                "Mails that wait for an operator",
                Tags.of("state", "failed"),
                f -> f.outbox().failed());
        gauge(
                registry,
                "outbox.stuck",
                "Mails that wait for an operator",
                Tags.of("state", "quarantined"),
                f -> f.outbox().quarantined());
        gauge(registry, "outbox.paused", "1 while no mail is sent", Tags.empty(), f -> f.outboxPaused() ? 1 : 0);
    }

    private void bindEngine(MeterRegistry registry) {
        gauge(
                registry,
                "jobs.due",
                "Jobs that the engine could do now",
                Tags.empty(),
                f -> f.engine().jobsDue());
        seconds(
                registry,
                "jobs.oldest",
                "For how long the oldest of them has been due",
                f -> f.engine().oldestDue());
        gauge(
                registry,
                "jobs.failed",
                "Jobs that are not tried again until an operator says so",
                Tags.empty(),
                f -> f.engine().jobsFailed());
        gauge(
                registry,
                "timers.late",
                "Timers that were due more than a minute ago",
                Tags.empty(),
                f -> f.engine().timersLate());
    }

    private static <K> ToDoubleFunction<Figures> of(Function<Figures, Map<K, Long>> counts, K key) {
        return figures -> counts.apply(figures).getOrDefault(key, 0L);
    }

    private void seconds(
            MeterRegistry registry, String name, String description, Function<Figures, Duration> duration) {
        builder(name, description, figures -> duration.apply(figures).toMillis() / MILLIS)
                .baseUnit("seconds")
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry, String name, String description, Tags tags, ToDoubleFunction<Figures> value) {
        builder(name, description, value).tags(tags).register(registry);
    }

    private Gauge.Builder<Snapshot> builder(String name, String description, ToDoubleFunction<Figures> value) {
        return Gauge.builder("postmortem." + name, snapshot, source -> read(source, value))
                .description(description);
    }

    private static double read(@Nullable Snapshot source, ToDoubleFunction<Figures> value) {
        return source == null
                ? Double.NaN
                : source.figures().map(value::applyAsDouble).orElse(Double.NaN);
    }
}
