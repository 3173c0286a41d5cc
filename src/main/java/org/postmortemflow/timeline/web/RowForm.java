package org.postmortemflow.timeline.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.people.ReaderTime;
import org.postmortemflow.people.ReaderTime.Reading;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.TimelineKind;

/**
 * A row as it is typed; every field is text, and empty when nothing was typed.
 *
 * @param offset which of the two is meant when the local time comes twice
 * @param noticed {@code yes}, {@code no} or empty
 * @param given the time that the form came with, so that it alone makes no row
 */
record RowForm(
        String at,
        String offset,
        String event,
        String kind,
        String severity,
        String noticed,
        String source,
        String given) {

    private static final int MOST_ROWS = 100;

    static RowForm empty(String given) {
        return new RowForm(given, "", "", "", "", "", "", given);
    }

    static RowForm of(TimelineItem item, ReaderTime time) {
        return new RowForm(
                time.forInput(item.at()),
                time.offsetForInput(item.at()),
                item.event(),
                item.kind().key(),
                item.severity() == null ? "" : item.severity().key(),
                item.noticed() == null ? "" : item.noticed() ? "yes" : "no",
                item.source(),
                "");
    }

    /** The rows of a form, whose fields are named {@code rows[0].at} and so on. */
    static List<RowForm> read(Map<String, String> typed) {
        List<RowForm> rows = new ArrayList<>();
        for (int i = 0; i < MOST_ROWS && typed.containsKey(name(i) + "event"); i++) {
            String name = name(i);
            rows.add(new RowForm(
                    field(typed, name + "at"),
                    field(typed, name + "offset"),
                    field(typed, name + "event"),
                    field(typed, name + "kind"),
                    field(typed, name + "severity"),
                    field(typed, name + "noticed"),
                    field(typed, name + "source"),
                    field(typed, name + "given")));
        }
        return rows;
    }

    static String name(int index) {
        return "rows[" + index + "].";
    }

    boolean isBlank() {
        return (at.isEmpty() || at.equals(given)) && event.isEmpty() && source.isEmpty();
    }

    /** @param old the item that is changed; null for a new one. A time that was not touched stays exactly as it is. */
    TimelineItem item(@Nullable TimelineItem old, ReaderTime time, String name, Problems problems) {
        Reading reading = old != null
                        && of(old, time).at().equals(at)
                        && of(old, time).offset().equals(offset)
                ? new Reading(old.at(), null)
                : time.read(at, offset);
        Optional<TimelineKind> known = TimelineKind.ofKey(kind);
        Optional<Severity> told = Severity.parse(severity);
        Instant instant = reading.at();
        problems.when(reading.problem() != null, name + "at", String.valueOf(reading.problem()))
                .when(
                        instant != null && !isPlausible(instant),
                        name + "at",
                        "Please check the year: incidents of our time are between 2000 and 2100.")
                .when(event.isEmpty(), name + "event", "Please say what happened.")
                .when(event.length() > StepAnswers.MAX_TEXT, name + "event", "At most 4,000 characters, please.")
                .when(source.length() > StepAnswers.MAX_TEXT, name + "source", "At most 4,000 characters, please.")
                .when(known.isEmpty() && !kind.isEmpty(), name + "kind", "Please choose a kind of the list.")
                .when(told.isEmpty() && !severity.isEmpty(), name + "severity", "Please choose one of the list.");
        return new TimelineItem(
                old == null ? UUID.randomUUID() : old.id(),
                Objects.requireNonNullElse(instant, Instant.EPOCH),
                event,
                known.orElse(kindByDefault()),
                source,
                old != null && old.hidden(),
                told.orElse(null),
                noticed.equals("yes") ? Boolean.TRUE : noticed.equals("no") ? Boolean.FALSE : null);
    }

    private TimelineKind kindByDefault() {
        return !severity.isEmpty()
                ? TimelineKind.STATUS_CHANGE
                : noticed.isEmpty() ? TimelineKind.ACTION : TimelineKind.IMPACT_CHANGE;
    }

    private static boolean isPlausible(Instant at) {
        int year = at.atZone(ZoneOffset.UTC).getYear();
        return year >= 2000 && year < 2100;
    }

    /** Browsers send line ends as two characters. */
    private static String field(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").replace("\r\n", "\n").strip();
    }
}
