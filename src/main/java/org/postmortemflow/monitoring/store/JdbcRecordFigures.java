package org.postmortemflow.monitoring.store;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.monitoring.RecordFigures;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcRecordFigures implements RecordFigures.Count {

    private static final Duration SOON = Duration.ofHours(24);
    private static final String OPEN = Stream.of(Status.values())
            .filter(Status::isOpen)
            .map(status -> "'" + status.name() + "'")
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;

    JdbcRecordFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public RecordFigures at(Instant now) {
        Map<Step, Long> steps = new EnumMap<>(Step.class);
        Map<Step, Long> overdue = new EnumMap<>(Step.class);
        Map<DeadlineKind, Long> due = new EnumMap<>(DeadlineKind.class);
        Map<DeadlineKind, Long> breached = new EnumMap<>(DeadlineKind.class);
        countSteps(now.atOffset(UTC), steps, overdue);
        countDeadlines(now.atOffset(UTC), due, breached);
        return new RecordFigures(open(), steps, overdue, due, breached);
    }

    private Map<Status, Long> open() {
        Map<Status, Long> open = new EnumMap<>(Status.class);
        jdbc.sql("select status, count(*) from postmortem where status in (" + OPEN + ") group by status")
                .query(row -> {
                    open.put(Status.valueOf(row.getString(1)), row.getLong(2));
                });
        return open;
    }

    private void countSteps(OffsetDateTime now, Map<Step, Long> open, Map<Step, Long> overdue) {
        jdbc.sql("""
                select step, count(*), count(case when due <= ? then 1 end)
                from postmortem_step where state = 'OPEN' group by step""").param(now).query(row -> {
            Step step = Step.ofKey(row.getString(1));
            open.put(step, row.getLong(2));
            overdue.put(step, row.getLong(3));
        });
    }

    /** The deadlines' watch marks what was missed; a deadline that has moved into the future since is not missed any more. */
    private void countDeadlines(OffsetDateTime now, Map<DeadlineKind, Long> due, Map<DeadlineKind, Long> breached) {
        jdbc.sql("""
                select kind,
                  count(case when due > ? then 1 end),
                  count(case when due <= ? and breached_at is not null and excused_at is null then 1 end)
                from deadline where met_at is null and ended_at is null and due <= ? group by kind""").params(now, now, now.plus(SOON)).query(row -> {
            DeadlineKind kind = DeadlineKind.ofKey(row.getString(1));
            due.put(kind, row.getLong(2));
            breached.put(kind, row.getLong(3));
        });
    }
}
