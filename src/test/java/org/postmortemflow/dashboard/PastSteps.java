package org.postmortemflow.dashboard;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes small histories straight into the tables, so that figures can be computed by hand. */
public final class PastSteps {

    private final JdbcClient jdbc;
    private final String version;

    public PastSteps(JdbcClient jdbc, BeanFactory beans) {
        this.jdbc = jdbc;
        // so that nobody computes the facts again meanwhile
        this.version = beans.getBean(FactWriter.class).version();
    }

    /** A postmortem of this team alone, whose deadlines count from {@code clockStart}. */
    public PostmortemId postmortem(String team, Severity severity, Instant clockStart) {
        return postmortem(team, severity, clockStart, "Checkout was slow");
    }

    public PostmortemId postmortem(String team, Severity severity, Instant clockStart, String title) {
        PostmortemId id = new PostmortemId(UUID.randomUUID());
        UUID incident = UUID.randomUUID();
        jdbc.sql("""
                insert into incident (id, source, external_key, title, summary, told_at, state_at)
                values (?, 'test', ?, ?, '', ?, ?)
                """)
                .params(incident, incident.toString(), title, clockStart.atOffset(UTC), clockStart.atOffset(UTC))
                .update();
        jdbc.sql("""
                insert into postmortem (id, incident_id, title, severity, status, clock_start, opened_at, customers_affected, version)
                values (?, ?, ?, ?, 'DRAFT', ?, ?, false, 0)
                """)
                .params(
                        id.value(),
                        incident,
                        title,
                        severity.name(),
                        clockStart.atOffset(UTC),
                        clockStart.atOffset(UTC))
                .update();
        jdbc.sql("""
                insert into postmortem_fact (postmortem_id, version, title, status, severity, team, services, is_private, detection,
                  clock_start, opened_at, sent_back, urgency, follow_ups_open, follow_ups_done, follow_ups_done_in_time,
                  follow_ups_declined)
                values (?, ?, ?, 'DRAFT', ?, ?, '', false, 'UNKNOWN', ?, ?, 0, ?, 0, 0, 0, 0)
                """)
                .params(
                        id.value(),
                        version,
                        title,
                        severity.name(),
                        team,
                        clockStart.atOffset(UTC),
                        clockStart.atOffset(UTC),
                        clockStart.atOffset(UTC))
                .update();
        return id;
    }

    /** As the record says it, and the fact. */
    public void makePrivate(PostmortemId id) {
        jdbc.sql("insert into postmortem_private (postmortem_id, reason, since, made_by) "
                        + "select id, 'Security', opened_at, 'admin' from postmortem where id = ?")
                .param(id.value())
                .update();
        jdbc.sql("update postmortem_fact set is_private = true, stamp = stamp + 1 where postmortem_id = ?")
                .param(id.value())
                .update();
    }

    /** What the fact says of the incident: the services, and when it was detected and mitigated, in minutes after its start. */
    public void course(
            PostmortemId id, String services, Instant started, long detected, long mitigated, long resolved) {
        jdbc.sql(
                        "update postmortem_fact set services = ?, started_at = ?, detected_at = ?, mitigated_at = ?, resolved_at = ?, "
                                + "detection = 'PEOPLE', stamp = stamp + 1 where postmortem_id = ?")
                .params(
                        services,
                        started.atOffset(UTC),
                        started.plus(Duration.ofMinutes(detected)).atOffset(UTC),
                        started.plus(Duration.ofMinutes(mitigated)).atOffset(UTC),
                        started.plus(Duration.ofMinutes(resolved)).atOffset(UTC),
                        id.value())
                .update();
    }

    public void followUp(PostmortemId id, int position, String kind, String state, String factor) {
        jdbc.sql(
                        "insert into follow_up (id, postmortem_id, position, title, kind, team_id, priority, discuss, context, opened_at, "
                                + "opened_by, factor, state) select ?, id, ?, 'Make it better', ?, 'payments', 'P1', false, '', opened_at, "
                                + "'ada', ?, ? from postmortem where id = ?")
                .params(UUID.randomUUID(), position, kind, factor, state, id.value())
                .update();
        jdbc.sql(
                        "update postmortem_fact set answers = ltrim(answers || ?, chr(10)), stamp = stamp + 1 where postmortem_id = ?")
                .params("\n" + kind + " " + state + " " + factor, id.value())
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
        jdbc.sql(
                        "update postmortem_fact set visits = ltrim(visits || ?, chr(10)), stamp = stamp + 1 where postmortem_id = ?")
                .params(
                        "\n%s %s %s %s %s".formatted(step.key(), state, millis(opened), millis(due), millis(ended)),
                        id.value())
                .update();
    }

    private static String millis(@Nullable Instant at) {
        return at == null ? "" : Long.toString(at.toEpochMilli());
    }
}
