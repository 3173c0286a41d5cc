package org.postmortemflow.timeline;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.lifecycle.StepForm;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;

/** Facts only, each with its time, kept in the order of time (R17). */
@Component
class CollectTimeline implements StepForm {

    private static final String ROWS = "timeline";
    private static final int MOST_ROWS = 500;

    private final Timelines timelines;
    private final OrganisationTime time;

    CollectTimeline(Timelines timelines, OrganisationTime time) {
        this.timelines = timelines;
        this.time = time;
    }

    @Override
    public Step step() {
        return Step.COLLECT_TIMELINE;
    }

    @Override
    public Map<String, @Nullable Object> prefill(PostmortemId id) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(ROWS, timelines.of(id).stream().map(this::row).toList());
        fields.put(
                "kindOptions",
                Arrays.stream(TimelineKind.values())
                        .map(kind -> Map.of("label", kind.label(), "value", kind.key()))
                        .toList());
        fields.put("zone", time.zone());
        return fields;
    }

    @Override
    public void submit(PostmortemId id, StepAnswers answers, PersonId by) {
        List<Map<String, String>> rows = answers.rows(ROWS);
        Problems problems = new Problems();
        List<TimelineItem> items = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!isBlank(rows.get(i))) {
                items.add(item(rows.get(i), i, problems));
            }
        }
        problems.when(items.isEmpty(), ROWS, "Please add at least one event: what is known, with its time.")
                .when(items.size() > MOST_ROWS, ROWS, "Please keep to %d rows.".formatted(MOST_ROWS))
                .refuseIfAny();
        items.sort(Comparator.comparing(TimelineItem::at));
        timelines.replace(id, items, by);
    }

    /** A kind alone is no event: it may be what the form came with. */
    private static boolean isBlank(Map<String, String> row) {
        return cell(row, "at").isEmpty()
                && cell(row, "event").isEmpty()
                && cell(row, "source").isEmpty();
    }

    private TimelineItem item(Map<String, String> row, int index, Problems problems) {
        String name = ROWS + "[" + index + "].";
        String where = "Row " + (index + 1) + ": ";
        String kind = cell(row, "kind");
        String event = cell(row, "event");
        String source = cell(row, "source");
        Instant at =
                time.parse(cell(row, "at")).filter(CollectTimeline::isPlausible).orElse(null);
        Optional<TimelineKind> known = TimelineKind.ofKey(kind);
        problems.when(at == null, name + "at", where + "please give a time like 2026-06-10 14:05.")
                .when(event.isEmpty(), name + "event", where + "please say what happened.")
                .when(
                        event.length() > StepAnswers.MAX_TEXT,
                        name + "event",
                        where + "at most 4,000 characters, please.")
                .when(known.isEmpty() && !kind.isEmpty(), name + "kind", where + "please choose a kind of the list.")
                .when(
                        source.length() > StepAnswers.MAX_TEXT,
                        name + "source",
                        where + "at most 4,000 characters, please.");
        return TimelineItem.of(
                Objects.requireNonNullElse(at, Instant.EPOCH), event, known.orElse(TimelineKind.ACTION), source);
    }

    /** A slip such as the year 20026 is readable, and no incident of ours. */
    private static boolean isPlausible(Instant at) {
        int year = at.atZone(ZoneOffset.UTC).getYear();
        return year >= 2000 && year < 2100;
    }

    private Map<String, String> row(TimelineItem item) {
        return Map.of(
                "at", local(item.at()),
                "event", item.event(),
                "kind", item.kind().key(),
                "source", item.source());
    }

    /** Local time to the second; with its offset in the hour that comes twice when summer time ends. */
    private String local(Instant at) {
        ZonedDateTime there = at.atZone(ZoneId.of(time.zone()));
        String local = there.toLocalDateTime().toString();
        return time.parse(local).filter(at::equals).isPresent()
                ? local
                : there.toOffsetDateTime().toString();
    }

    private static String cell(Map<String, String> row, String name) {
        return row.getOrDefault(name, "");
    }
}
