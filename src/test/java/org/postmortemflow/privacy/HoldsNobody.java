package org.postmortemflow.privacy;

import java.util.List;
import java.util.stream.Stream;

/**
 * Columns that can hold a text but no person: keys, kinds, hashes, ids of teams and services; and the words of the search's index,
 * which are read anew from its texts. Whoever adds a column names it here, or in its room's {@code PersonRecords}.
 */
final class HoldsNobody {

    private static final List<String> TABLES = List.of(
            "access_token: scopes token_hash",
            "attachment: sha256 type",
            "audit_entry: address kind",
            "begun_job: job_id",
            "calendar_key: key_hash",
            "calendar_publication: etag state",
            "deadline: kind rule subject version",
            "digest_choice: digest token",
            "digest_sent: digest",
            "document_comment: section",
            "document_editor: section",
            "document_section: name",
            "document_version: section",
            "escalation_by_hand: role task_id",
            "follow_up: decision kind priority state team_id ticket_key",
            "incident: external_key severity source",
            "incident_criterion: criterion",
            "incident_delivery: delivery_id source",
            "incident_responder: role",
            "incident_service: service",
            "meeting_reply: answer",
            "meeting_reply_taken: message_key",
            "operational_review_sent: period",
            "outbox_message: calendar_method message_id state template",
            "outbox_note: what",
            "postmortem: severity status",
            "postmortem_fact: detection next_kind services severity status team version visits missed follow_ups_due",
            "postmortem_fact_service: service",
            "postmortem_history: kind",
            "postmortem_import: content_hash",
            "postmortem_reader: team_id",
            "postmortem_step: pool state step task_id",
            "reminder: kind moment what",
            "reminder_escalation: step",
            "review: checklist to_revise",
            "role_grant: role",
            "search_word: word",
            "spring_session: primary_id session_id",
            "spring_session_attributes: attribute_name session_primary_id",
            "timeline_candidate: kind source_key",
            "timeline_change: action kind severity",
            "timeline_gathering: source",
            "timeline_item: kind severity",
            "timeline_todo: source_key",
            "timeline_used: source_key",
            "tracker_ticket: state",
            "wording_dismissal: fingerprint rule_key");

    /** As {@code table.column}. */
    static final List<String> COLUMNS = TABLES.stream()
            .flatMap(table -> {
                String[] parts = table.split(": ");
                return Stream.of(parts[1].split(" ")).map(column -> parts[0] + "." + column);
            })
            .toList();

    private HoldsNobody() {}
}
