package org.postmortemflow.demo.history;

import java.util.Collections;
import java.util.Locale;

/** The tables of the record that are filled, each after those that it refers to. */
enum Table {
    INCIDENT("id, source, external_key, title, severity, started_at, detected_at, resolved_at, summary, url, told_at,"
            + " state_at"),
    INCIDENT_SERVICE("incident_id, position, service"),
    INCIDENT_RESPONDER("incident_id, position, role, person_id, name"),
    INCIDENT_CRITERION("incident_id, criterion"),
    POSTMORTEM(
            "id, incident_id, title, severity, status, clock_start, opened_at, required, customers_affected, closed_at,"
                    + " end_reason, version"),
    POSTMORTEM_REQUIREMENT_REASON("postmortem_id, position, reason"),
    POSTMORTEM_OWNER("postmortem_id, number, person_id, since, designated_by"),
    POSTMORTEM_STEP("task_id, postmortem_id, step, state, assignee, pool, opened_at, due, because, done_at, done_by"),
    DOCUMENT_SECTION("postmortem_id, name, text, number, updated_by, updated_at, correction"),
    DOCUMENT_VERSION("postmortem_id, section, number, text, author, at, correction"),
    TIMELINE_ITEM("id, postmortem_id, at, position, event, kind, source, severity, noticed, hidden, version"),
    FOLLOW_UP(
            "id, postmortem_id, position, title, kind, team_id, priority, assignee, discuss, context, factor, opened_at,"
                    + " opened_by, decision, decision_reason, state, state_at, state_by, state_reason, done_at, done_by"),
    MEETING("postmortem_id, starts_at, minutes, video_link, sequence, cancelled, facilitator, held_at, told_sequence,"
            + " created_at, changed_at"),
    MEETING_ATTENDEE("postmortem_id, position, person_id, name, email, required, reason, attended"),
    REVIEW("id, postmortem_id, round, reviewer, at, approved, checklist, comments, to_revise"),
    EXTERNAL_MESSAGE("postmortem_id, summary, what_happened, what_we_do, approved, posted_where, posted_at"),
    DEADLINE("postmortem_id, kind, subject, rule, inputs, version, due, because, expected_at, met_at, breached_at,"
            + " ended_at, late_reason, late_reason_by, late_reason_at, excused_at, excused_by, excuse_reason"),
    REMINDER_ESCALATION("id, postmortem_id, step, person_id, at"),
    POSTMORTEM_PRIVATE("postmortem_id, reason, since, made_by"),
    POSTMORTEM_READER("postmortem_id, person_id, team_id, must_read, named_by, named_at, told_at, read_at"),
    OUTBOX_MESSAGE("id, message_key, message_id, postmortem_id, template, occasion, recipient_person, recipient_name,"
            + " recipient_email, subject, text_body, html_body, state, attempts, next_attempt_at, created_at, sent_at,"
            + " content_deleted_at"),
    POSTMORTEM_HISTORY("id, postmortem_id, at, text, person_id"),
    /** Empty versions: what is read from the record is computed after the start. */
    SEARCH_ENTRY("postmortem_id, version"),
    POSTMORTEM_FACT(
            "postmortem_id, version, title, status, severity, team, services, is_private, detection, clock_start,"
                    + " opened_at, sent_back, urgency, follow_ups_open, follow_ups_done, follow_ups_done_in_time,"
                    + " follow_ups_declined");

    private final String columns;

    Table(String columns) {
        this.columns = columns;
    }

    int width() {
        return columns.split(",").length;
    }

    String insert() {
        return "insert into %s (%s) values (%s)"
                .formatted(
                        name().toLowerCase(Locale.ROOT), columns, String.join(", ", Collections.nCopies(width(), "?")));
    }
}
