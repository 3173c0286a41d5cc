package org.postmortemflow.dashboard;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts a small past into the tables of the record, so that figures can be counted by hand; facts are computed from it. */
final class SmallHistory {

    private final JdbcClient jdbc;
    private final String service;

    /** @param service of all its incidents, so that a filter finds them alone */
    SmallHistory(JdbcClient jdbc, String service) {
        this.jdbc = jdbc;
        this.service = service;
    }

    /** A postmortem whose incident was resolved then. */
    PostmortemId resolved(Instant at, Severity severity, String status) {
        UUID id = UUID.randomUUID();
        insert(
                "incident (id, source, external_key, title, severity, resolved_at, summary, told_at, state_at)",
                id,
                "made",
                id.toString(),
                "Made up",
                severity.name(),
                at,
                "",
                at,
                at);
        insert("incident_service (incident_id, position, service)", id, 0, service);
        insert(
                "postmortem (id, incident_id, title, severity, status, clock_start, opened_at, customers_affected, version)",
                id,
                id,
                "Made up",
                severity.name(),
                status,
                at,
                at,
                false,
                0);
        return new PostmortemId(id);
    }

    void owner(PostmortemId id, Instant since) {
        insert(
                "postmortem_owner (postmortem_id, number, person_id, since, designated_by)",
                id.value(),
                1,
                "kavya",
                since,
                "ada");
    }

    /** Held when it began, with its deadline, which it may have missed. */
    void meeting(PostmortemId id, Instant start, Instant due, @Nullable String excuse) {
        insert(
                "meeting (postmortem_id, starts_at, minutes, sequence, cancelled, held_at)",
                id.value(),
                start,
                30,
                0,
                false,
                start.plus(Duration.ofHours(1)));
        deadline(id, "meeting-held", "", due, start, null, !start.isBefore(due), excuse);
    }

    void deadline(
            PostmortemId id,
            String kind,
            String subject,
            Instant due,
            @Nullable Instant met,
            @Nullable Instant ended,
            boolean missed,
            @Nullable String excuse) {
        insert(
                "deadline (postmortem_id, kind, subject, rule, inputs, version, due, because, met_at, ended_at, breached_at,"
                        + " excuse_reason, excused_at, excused_by)",
                id.value(),
                kind,
                subject,
                "R",
                "",
                "1",
                due,
                "a rule",
                met,
                ended,
                missed ? due : null,
                excuse,
                excuse == null ? null : due,
                excuse == null ? null : "ines");
    }

    void closed(PostmortemId id, Instant at) {
        jdbc.sql("update postmortem set status = 'CLOSED', closed_at = ? where id = ?")
                .params(at.atOffset(UTC), id.value())
                .update();
    }

    /** @param ended null while it is open */
    void followUp(PostmortemId id, Instant opened, Instant due, String state, @Nullable Instant ended) {
        UUID followUp = UUID.randomUUID();
        boolean done = state.equals("DONE");
        boolean declined = state.equals("DECLINED");
        insert(
                "follow_up (id, postmortem_id, position, title, kind, team_id, priority, discuss, context, opened_at, opened_by,"
                        + " state, state_at, state_reason, done_at)",
                followUp,
                id.value(),
                0,
                "Add an alert",
                "DETECTION",
                "checkout",
                "P1",
                false,
                "",
                opened,
                "kavya",
                state,
                ended,
                declined ? "Costs too much" : "",
                done ? ended : null);
        deadline(
                id,
                "follow-up-done",
                followUp.toString(),
                due,
                done ? ended : null,
                declined ? ended : null,
                false,
                null);
    }

    void reviewed(PostmortemId id, Instant asked, Instant done) {
        insert(
                "postmortem_step (task_id, postmortem_id, step, state, opened_at, done_at)",
                UUID.randomUUID().toString(),
                id.value(),
                "review-postmortem",
                "DONE",
                asked,
                done);
    }

    void escalated(PostmortemId id, int rung, String person) {
        insert(
                "outbox_message (id, message_key, message_id, postmortem_id, template, occasion, recipient_person, recipient_name,"
                        + " recipient_email, subject, text_body, html_body, state, attempts, next_attempt_at, created_at)",
                UUID.randomUUID(),
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                id.value(),
                "step-overdue",
                "designate-owner/due/" + rung,
                person,
                person,
                person + "@demo.example",
                "",
                "",
                "",
                "SENT",
                1,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    void reader(PostmortemId id, String person, @Nullable Instant read) {
        insert(
                "postmortem_reader (postmortem_id, person_id, must_read, named_by, named_at, read_at)",
                id.value(),
                person,
                true,
                "ada",
                Instant.EPOCH,
                read);
    }

    void keepPrivate(PostmortemId id) {
        insert(
                "postmortem_private (postmortem_id, reason, since, made_by)",
                id.value(),
                "A hole",
                Instant.EPOCH,
                "ada");
    }

    private void insert(String into, @Nullable Object... values) {
        List<@Nullable Object> bound = new ArrayList<>();
        for (Object value : values) {
            bound.add(value instanceof Instant instant ? instant.atOffset(UTC) : value);
        }
        String marks = String.join(", ", Arrays.stream(values).map(value -> "?").toList());
        jdbc.sql("insert into %s values (%s)".formatted(into, marks))
                .params(bound)
                .update();
    }
}
