package org.postmortemflow.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.document.Documents.TimelineItem;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.lifecycle.StepForm;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Facts only, each with its time, kept in the order of time (R17). */
@Component
class CollectTimeline implements StepForm {

    private static final String ROWS = "timeline";

    private final Documents documents;
    private final OrganisationTime time;

    CollectTimeline(Documents documents, OrganisationTime time) {
        this.documents = documents;
        this.time = time;
    }

    @Override
    public Step step() {
        return Step.COLLECT_TIMELINE;
    }

    @Override
    public Map<String, @Nullable Object> prefill(PostmortemId id) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(ROWS, documents.of(id).timeline().stream().map(this::row).toList());
        fields.put(
                "kindOptions",
                Arrays.stream(TimelineKind.values())
                        .map(kind -> Map.of("label", kind.label(), "value", kind.key()))
                        .toList());
        return fields;
    }

    @Override
    @Transactional
    public void submit(PostmortemId id, StepAnswers answers, PersonId by) {
        List<Map<String, String>> rows = answers.rows(ROWS);
        Problems problems = new Problems();
        problems.when(rows.isEmpty(), ROWS, "Please add at least one event: what is known, with its time.");
        List<TimelineItem> items = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            String name = ROWS + "[" + i + "].";
            String at = row.getOrDefault("at", "");
            String event = row.getOrDefault("event", "");
            String source = row.getOrDefault("source", "");
            Instant instant = time.parse(at).orElse(null);
            problems.when(instant == null, name + "at", "Please give a time like 2026-06-10 14:05.")
                    .when(event.isEmpty(), name + "event", "Please say what happened.")
                    .when(event.length() > StepAnswers.MAX_TEXT, name + "event", "Please use at most 4,000 characters.")
                    .when(
                            source.length() > StepAnswers.MAX_TEXT,
                            name + "source",
                            "Please use at most 4,000 characters.");
            if (instant != null) {
                TimelineKind kind =
                        TimelineKind.ofKey(row.getOrDefault("kind", "")).orElse(TimelineKind.ACTION);
                items.add(new TimelineItem(instant, event, kind, source));
            }
        }
        problems.refuseIfAny();
        items.sort(Comparator.comparing(TimelineItem::at));
        documents.writeTimeline(id, items);
    }

    private Map<String, String> row(TimelineItem item) {
        return Map.of(
                "at", time.forInput(item.at()),
                "event", item.event(),
                "kind", item.kind().key(),
                "source", item.source());
    }
}
