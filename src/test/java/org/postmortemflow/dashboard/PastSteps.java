package org.postmortemflow.dashboard;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes small histories straight into the tables, so that figures can be computed by hand. */
public final class PastSteps {

    private final JdbcClient jdbc;

    public PastSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A postmortem of this team alone, whose deadlines count from {@code clockStart}. */
    public PostmortemId postmortem(String team, Severity severity, Instant clockStart) {
        PostmortemId id = new PostmortemId(UUID.randomUUID());
        UUID incident = UUID.randomUUID();
        jdbc.sql("""
                insert into incident (id, source, external_key, title, summary, told_at, state_at)
                values (?, 'test', ?, 'Checkout was slow', '', ?, ?)
                """)
                .params(incident, incident.toString(), clockStart.atOffset(UTC), clockStart.atOffset(UTC))
                .update();
        jdbc.sql("""
                insert into postmortem (id, incident_id, title, severity, status, clock_start, opened_at, customers_affected, version)
                values (?, ?, 'Checkout was slow', ?, 'DRAFT', ?, ?, false, 0)
                """)
                .params(id.value(), incident, severity.name(), clockStart.atOffset(UTC), clockStart.atOffset(UTC))
                .update();
        jdbc.sql("""
                insert into postmortem_fact (postmortem_id, version, title, status, severity, team, services, is_private, detection,
                  clock_start, opened_at, sent_back, urgency, follow_ups_open, follow_ups_done, follow_ups_done_in_time,
                  follow_ups_declined)
                values (?, 'test', 'Checkout was slow', 'DRAFT', ?, ?, '', false, 'UNKNOWN', ?, ?, 0, ?, 0, 0, 0, 0)
                """)
                .params(
                        id.value(),
                        severity.name(),
                        team,
                        clockStart.atOffset(UTC),
                        clockStart.atOffset(UTC),
                        clockStart.atOffset(UTC))
                .update();
        return id;
    }

    /** As the record says it; the fact stays that of its team. */
    public void makePrivate(PostmortemId id) {
        jdbc.sql("insert into postmortem_private (postmortem_id, reason, since, made_by) "
                        + "select id, 'Security', opened_at, 'admin' from postmortem where id = ?")
                .param(id.value())
                .update();
    }

    /** Done after so many hours; due after so many. */
    public void done(PostmortemId id, Step step, Instant opened, long hours, long dueHours) {
        visit(id, step, "DONE", opened, opened.plus(Duration.ofHours(hours)), opened.plus(Duration.ofHours(dueHours)));
    }

    public void open(PostmortemId id, Step step, Instant opened, @Nullable Instant due) {
        visit(id, step, "OPEN", opened, null, due);
    }

    public void dropped(PostmortemId id, Step step, Instant opened, Instant at, Instant due) {
        visit(id, step, "DROPPED", opened, at, due);
    }

    private void visit(
            PostmortemId id, Step step, String state, Instant opened, @Nullable Instant ended, @Nullable Instant due) {
        jdbc.sql("""
                insert into postmortem_step (task_id, postmortem_id, step, state, assignee, opened_at, done_at, due)
                values (?, ?, ?, ?, 'ada', ?, ?, ?)
                """)
                .params(
                        UUID.randomUUID().toString(),
                        id.value(),
                        step.key(),
                        state,
                        opened.atOffset(UTC),
                        ended == null ? null : ended.atOffset(UTC),
                        due == null ? null : due.atOffset(UTC))
                .update();
    }
}
