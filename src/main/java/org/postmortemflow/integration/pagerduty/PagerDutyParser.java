package org.postmortemflow.integration.pagerduty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.incident.IncidentAddition;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportedResponder;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;

/**
 * Reads PagerDuty's v3 webhook messages. Nobody becomes incident commander by guess: PagerDuty does not say who it was. Who
 * triggered by hand and who was paged first is known (R3); everybody else who acted is a responder.
 */
final class PagerDutyParser {

    static final String SOURCE = "pagerduty";

    private final ObjectMapper json;
    private final Map<String, Severity> severities;

    /** @param severities name of a priority, in lower case, to severity */
    PagerDutyParser(ObjectMapper json, Map<String, Severity> severities) {
        this.json = json;
        this.severities = severities;
    }

    /** @throws Refused with a reason per field for what is not a v3 webhook message */
    PagerDutyEvent parse(byte[] body) {
        JsonNode event = read(body).path("event");
        String type = event.path("event_type").asText();
        Instant at = instant(event.path("occurred_at"));
        JsonNode data = event.path("data");
        new Problems()
                .when(!event.isObject(), "event", "A v3 webhook has an object \"event\".")
                .when(text(event.path("id")).isEmpty(), "event.id", "Every event has an id.")
                .when(type.isBlank(), "event.event_type", "Every event has a type, for example incident.resolved.")
                .when(at == null, "event.occurred_at", "Every event tells when it occurred, in ISO 8601.")
                .when(!data.isObject(), "event.data", "Every event has an object \"data\".")
                .refuseIfAny();
        Instant occurred = Optional.ofNullable(at).orElseThrow();
        if (!type.startsWith("incident.")) {
            return new PagerDutyEvent.Nothing(type);
        }
        return switch (data.path("type").asText()) {
            case "incident" -> new PagerDutyEvent.Whole(whole(event, type, occurred, data));
            case "incident_note" -> more(event, occurred, data, List.of(), text(data.path("content")));
            case "incident_status_update" -> more(event, occurred, data, List.of(), text(data.path("message")));
            case "incident_responder" -> more(event, occurred, data, responder(data.path("user")), "");
            case "incident_conference_bridge" ->
                more(event, occurred, data, List.of(), call(data.path("conference_url")));
            default -> new PagerDutyEvent.Nothing(type);
        };
    }

    private JsonNode read(byte[] body) {
        JsonNode root;
        try {
            root = json.readTree(body);
        } catch (IOException noJson) {
            throw new Refused("body", "The body is not JSON.");
        }
        if (root.path("messages").isArray()) {
            throw new Refused("event", "This is a webhook of an older version; please subscribe to v3 webhooks.");
        }
        return root;
    }

    private IncidentReport whole(JsonNode event, String type, Instant occurred, JsonNode incident) {
        String id = incidentId(incident, "event.data.id");
        return new IncidentReport(
                SOURCE,
                id,
                text(event.path("id")),
                occurred,
                user(event.path("agent")).orElse(null),
                title(incident, id),
                severity(incident.path("priority")),
                null,
                instant(incident.path("created_at")),
                resolution(type, occurred, incident),
                mention(incident.path("service")).stream().toList(),
                responders(type, event.path("agent"), incident.path("assignees")),
                call(incident.path("conference_bridge").path("conference_url")),
                Set.of(),
                text(incident.path("html_url")));
    }

    private static PagerDutyEvent more(
            JsonNode event, Instant occurred, JsonNode data, List<ReportedResponder> responders, String note) {
        JsonNode incident = data.path("incident");
        String id = incidentId(incident, "event.data.incident.id");
        Optional<Mention> author = user(event.path("agent"));
        return new PagerDutyEvent.More(new IncidentAddition(
                SOURCE,
                id,
                text(event.path("id")),
                occurred,
                title(incident, id),
                text(incident.path("html_url")),
                responders,
                author.map(Mention::name).orElse(""),
                note));
    }

    private static String incidentId(JsonNode incident, String field) {
        String id = text(incident.path("id"));
        new Problems().when(id.isEmpty(), field, "Every incident has an id.").refuseIfAny();
        return id;
    }

    /** An incident that was merged into another one goes on there; it is not over. */
    private static Resolution resolution(String type, Instant occurred, JsonNode incident) {
        boolean merged = incident.path("resolve_reason").path("type").asText().startsWith("merge");
        if (merged) {
            return Resolution.untold();
        }
        if (type.equals("incident.resolved")) {
            return Resolution.at(occurred);
        }
        boolean ongoing = Set.of("triggered", "acknowledged")
                .contains(incident.path("status").asText());
        return ongoing ? Resolution.ongoing() : Resolution.untold();
    }

    private static List<ReportedResponder> responders(String type, JsonNode agent, JsonNode assignees) {
        List<ReportedResponder> responders = new ArrayList<>();
        boolean triggered = type.equals("incident.triggered");
        if (triggered || type.equals("incident.acknowledged") || type.equals("incident.resolved")) {
            user(agent)
                    .map(who -> new ReportedResponder(
                            triggered ? ResponderRole.TRIGGERED_RESPONSE : ResponderRole.RESPONDER, who))
                    .ifPresent(responders::add);
        }
        for (JsonNode assignee : assignees) {
            ResponderRole role = triggered ? ResponderRole.PRIMARY_ON_CALL : ResponderRole.RESPONDER;
            user(assignee).map(who -> new ReportedResponder(role, who)).ifPresent(responders::add);
        }
        return responders;
    }

    private static List<ReportedResponder> responder(JsonNode user) {
        return user(user).map(who -> new ReportedResponder(ResponderRole.RESPONDER, who)).stream()
                .toList();
    }

    private @Nullable Severity severity(JsonNode priority) {
        String name = text(priority.path("summary"));
        return severities.get(name.toLowerCase(Locale.ROOT));
    }

    private static String title(JsonNode incident, String id) {
        String title = text(incident.path("title"));
        String summary = text(incident.path("summary")).replaceFirst("^\\[#\\d+]\\s*", "");
        return !title.isEmpty() ? title : !summary.isEmpty() ? summary : "Incident " + id;
    }

    private static String call(JsonNode address) {
        String text = text(address);
        return text.isEmpty() ? "" : "Incident call: " + text;
    }

    /** Agents can also be services and integrations. */
    private static Optional<Mention> user(JsonNode reference) {
        return reference.path("type").asText().startsWith("user") ? mention(reference) : Optional.empty();
    }

    private static Optional<Mention> mention(JsonNode reference) {
        String id = text(reference.path("id"));
        return id.isEmpty() ? Optional.empty() : Optional.of(new Mention(id, text(reference.path("summary"))));
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText().strip() : "";
    }

    private static @Nullable Instant instant(JsonNode node) {
        try {
            return node.isTextual() ? OffsetDateTime.parse(node.asText()).toInstant() : null;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
