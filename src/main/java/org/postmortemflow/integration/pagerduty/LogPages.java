package org.postmortemflow.integration.pagerduty;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postmortemflow.timeline.FoundEvent;
import org.postmortemflow.timeline.FoundEvents;
import org.postmortemflow.timeline.FoundWriter;

/** Collects what one or several pages of PagerDuty's answers tell. */
final class LogPages {

    private final Map<String, FoundEvent> events = new LinkedHashMap<>();
    private final Map<String, FoundWriter> writers = new LinkedHashMap<>();
    private final Set<String> incidents = new LinkedHashSet<>();
    private long continuesAt = -1;
    private final Set<Long> offsets = new LinkedHashSet<>();
    private int withoutTime;
    private boolean any;

    void add(JsonNode page) {
        JsonNode entries = page.path("log_entries");
        entries.forEach(entry -> add(entry, new LogEntry(entry)));
        page.path("notes").forEach(note -> add(note, LogEntry.note(note)));
        if (page.path("log_entry").isObject()) {
            add(page.path("log_entry"), new LogEntry(page.path("log_entry")));
        } else if (LogEntry.text(page, "type").endsWith("_log_entry")) {
            add(page, new LogEntry(page));
        }
        any |= entries.isArray() || page.path("notes").isArray() || !events.isEmpty();
        long offset = page.path("offset").asLong();
        offsets.add(offset);
        if (page.path("more").asBoolean()) {
            continuesAt =
                    Math.max(continuesAt, offset + Math.max(page.path("limit").asLong(), entries.size()));
        }
    }

    boolean isAny() {
        return any;
    }

    FoundEvents found() {
        List<FoundEvent> inOrder = new ArrayList<>(events.values());
        inOrder.sort(Comparator.comparing(FoundEvent::at));
        return new FoundEvents(inOrder, List.copyOf(writers.values()), remarks());
    }

    private void add(JsonNode json, LogEntry entry) {
        if (entry.at() == null) {
            withoutTime++;
            return;
        }
        FoundEvent event = entry.event(entry.at());
        if (events.putIfAbsent(event.key(), event) == null) {
            writer(json.path(entry.isNote() ? "user" : "agent"));
        }
        String incident = LogEntry.text(json.path("incident"), "summary");
        if (!incident.isEmpty()) {
            incidents.add(incident);
        }
    }

    private void writer(JsonNode agent) {
        String id = LogEntry.text(agent, "id");
        boolean person = LogEntry.text(agent, "type").startsWith("user");
        if (!id.isEmpty() && person) {
            FoundWriter writer = new FoundWriter(id, LogEntry.text(agent, "summary"), false, 1);
            writers.merge(
                    id,
                    writer,
                    (one, other) -> new FoundWriter(id, one.name(), false, one.messages() + other.messages()));
        }
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (!incidents.isEmpty()) {
            remarks.add("Of the incident "
                    + String.join("; ", incidents.stream().limit(5).toList())
                    + (incidents.size() > 1 ? " (several: please check that all of them belong here)" : ""));
        }
        if (continuesAt >= 0 && !offsets.contains(continuesAt)) {
            remarks.add("PagerDuty has more entries than these: ask it again with offset=%d and bring that page, too."
                    .formatted(continuesAt));
        }
        if (withoutTime > 0) {
            remarks.add("Entries without a readable time, left out: %d.".formatted(withoutTime));
        }
        return remarks;
    }
}
