package org.postmortemflow.integration.pagerduty;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.timeline.FoundEvent;
import org.postmortemflow.timeline.TimelineKind;

/** One entry of an incident's log, or a note. PagerDuty knows many types and adds more; all have a summary and a time. */
record LogEntry(JsonNode json, boolean isNote) {

    private static final String ENTRY = "_log_entry";

    private static final Map<String, TimelineKind> KINDS = Map.ofEntries(
            Map.entry("trigger", TimelineKind.DETECTED),
            Map.entry("acknowledge", TimelineKind.ACTION),
            Map.entry("assign", TimelineKind.ACTION),
            Map.entry("delegate", TimelineKind.ACTION),
            Map.entry("escalate", TimelineKind.PAGE),
            Map.entry("exhaust_escalation_path", TimelineKind.PAGE),
            Map.entry("notify", TimelineKind.PAGE),
            Map.entry("responder_request_for_escalation_policy", TimelineKind.PAGE),
            Map.entry("responder_request_for_user", TimelineKind.PAGE),
            Map.entry("resolve", TimelineKind.RESOLVED),
            Map.entry("reopen", TimelineKind.STATUS_CHANGE),
            Map.entry("unacknowledge", TimelineKind.STATUS_CHANGE),
            Map.entry("priority_change", TimelineKind.STATUS_CHANGE),
            Map.entry("urgency_change", TimelineKind.STATUS_CHANGE),
            Map.entry("severity_change", TimelineKind.STATUS_CHANGE),
            Map.entry("status_update", TimelineKind.STATUS_CHANGE));

    LogEntry(JsonNode json) {
        this(json, false);
    }

    static LogEntry note(JsonNode json) {
        return new LogEntry(json, true);
    }

    /** UTC; null when it has none that can be read. */
    @Nullable
    Instant at() {
        try {
            Instant at =
                    OffsetDateTime.parse(text(json, "created_at")).toInstant().truncatedTo(ChronoUnit.MICROS);
            int year = at.atOffset(java.time.ZoneOffset.UTC).getYear();
            return year >= 2000 && year < 2100 ? at : null;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    FoundEvent event(Instant at) {
        JsonNode agent = json.path(isNote ? "user" : "agent");
        String words = isNote ? text(json, "content") : words();
        String id = text(json, "id");
        String link = text(json, "html_url");
        String key = id.isEmpty()
                ? UUID.nameUUIDFromBytes((at + words).getBytes(java.nio.charset.StandardCharsets.UTF_8)) + ""
                : id;
        return new FoundEvent(
                "pagerduty:" + (isNote ? "note:" : "log:") + key,
                at,
                at,
                text(agent, "summary"),
                !text(agent, "type").startsWith("user"),
                false,
                isNote ? "PagerDuty notes" : "PagerDuty log",
                words.isEmpty() ? type().replace('_', ' ') : words,
                isNote ? null : kind(),
                link.startsWith("https://") && link.length() <= 1000 && !link.matches(".*[\\s<>\"].*")
                        ? link
                        : isNote ? "PagerDuty note" : "PagerDuty log");
    }

    /** A person who starts an incident by hand calls for help; a monitor that does has detected something. */
    private @Nullable TimelineKind kind() {
        boolean byHand = text(json.path("agent"), "type").startsWith("user");
        return type().equals("trigger") && byHand ? TimelineKind.PAGE : KINDS.get(type());
    }

    private String type() {
        String type = text(json, "type");
        return type.endsWith(ENTRY) || type.endsWith(ENTRY + "_reference")
                ? type.substring(0, type.indexOf(ENTRY))
                : type;
    }

    /** The summary says who and how; what was written in a note, a status update or an alert stands elsewhere. */
    private String words() {
        List<String> words = new ArrayList<>();
        add(words, text(json, "summary"));
        add(words, text(json.path("event_details"), "description"));
        add(words, text(json.path("event_details"), "subject"));
        JsonNode channel = json.path("channel");
        for (String field : List.of("subject", "description", "content", "summary", "body")) {
            add(words, text(channel, field));
        }
        add(words, text(json, "message"));
        add(words, text(json, "note"));
        return String.join(": ", words);
    }

    private static void add(List<String> words, String more) {
        if (!more.isEmpty() && words.stream().noneMatch(said -> said.contains(more))) {
            words.add(more);
        }
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.textValue().strip() : "";
    }
}
