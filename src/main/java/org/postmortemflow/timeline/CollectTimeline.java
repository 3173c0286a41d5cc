package org.postmortemflow.timeline;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.lifecycle.StepForm;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Facts only, each with its time (R17). The form shows the rows that are not put aside; each carries its id and version. What
 * the form does not name stays as it is: others may have added rows since it was filled in. A row of which nothing is left
 * but its id is deleted.
 */
@Component
class CollectTimeline implements StepForm {

    private static final String ROWS = "timeline";
    private static final int MOST_ROWS = 500;

    private final TimelineRows rows;
    private final StepRows stepRows;
    private final OrganisationTime time;

    CollectTimeline(TimelineRows rows, StepRows stepRows, OrganisationTime time) {
        this.rows = rows;
        this.stepRows = stepRows;
        this.time = time;
    }

    @Override
    public Step step() {
        return Step.COLLECT_TIMELINE;
    }

    @Override
    public Map<String, @Nullable Object> prefill(PostmortemId id) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(
                ROWS,
                rows.of(id).stream()
                        .filter(row -> !row.item().hidden())
                        .map(this::row)
                        .toList());
        fields.put(
                "kindOptions",
                Arrays.stream(TimelineKind.values())
                        .map(kind -> Map.of("label", kind.label(), "value", kind.key()))
                        .toList());
        fields.put("zone", time.zone());
        return fields;
    }

    @Override
    @Transactional
    public void submit(PostmortemId id, StepAnswers answers, PersonId by) {
        List<Map<String, String>> typed = answers.rows(ROWS);
        Problems problems = new Problems();
        List<StepRow> wanted = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            if (!isBlank(typed.get(i))) {
                wanted.add(wanted(typed.get(i), i, problems));
            } else if (!cell(typed.get(i), "id").isEmpty()) {
                wanted.add(StepRow.deleted(i, uuid(typed.get(i)), version(typed.get(i))));
            }
        }
        problems.when(wanted.size() > MOST_ROWS, ROWS, "Please keep to %d rows.".formatted(MOST_ROWS))
                .refuseIfAny();
        stepRows.take(id, wanted, by);
        problems.when(
                        rows.of(id).stream().allMatch(row -> row.item().hidden()),
                        ROWS,
                        "Please add at least one event: what is known, with its time.")
                .refuseIfAny();
    }

    /** A kind alone is no event: it may be what the form came with. */
    private static boolean isBlank(Map<String, String> row) {
        return cell(row, "at").isEmpty()
                && cell(row, "event").isEmpty()
                && cell(row, "source").isEmpty();
    }

    private StepRow wanted(Map<String, String> row, int index, Problems problems) {
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
        return new StepRow(
                index,
                uuid(row),
                version(row),
                Objects.requireNonNullElse(at, Instant.EPOCH),
                event,
                known.orElse(TimelineKind.ACTION),
                source);
    }

    /** A slip such as the year 20026 is readable, and no incident of ours. */
    static boolean isPlausible(Instant at) {
        int year = at.atZone(ZoneOffset.UTC).getYear();
        return year >= 2000 && year < 2100;
    }

    private Map<String, Object> row(TimelineRow row) {
        TimelineItem item = row.item();
        return Map.of(
                "id", item.id().toString(),
                "version", String.valueOf(row.version()),
                "at", local(item.at()),
                "event", item.event(),
                "kind", item.kind().key(),
                "source", item.source());
    }

    /** Local time as exact as it is kept; with its offset in the hour that comes twice when summer time ends. */
    private String local(Instant at) {
        ZonedDateTime there = at.atZone(ZoneId.of(time.zone()));
        String local = there.toLocalDateTime().toString();
        return time.parse(local).filter(at::equals).isPresent()
                ? local
                : there.toOffsetDateTime().toString();
    }

    private static @Nullable UUID uuid(Map<String, String> row) {
        try {
            return UUID.fromString(cell(row, "id"));
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static int version(Map<String, String> row) {
        String version = cell(row, "version");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }

    private static String cell(Map<String, String> row, String name) {
        return row.getOrDefault(name, "");
    }
}
