package org.postmortemflow.archive.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postmortemflow.archive.reader.ReadPostmortem.Row;
import org.postmortemflow.document.SectionName;

/** Gives the rows their instants; those of no known day stay as text. */
final class Placement {

    private final RowClock clock;
    private final Notes notes;
    private final Sheet sheet;
    private final String heading;

    Placement(RowClock clock, Notes notes, Sheet sheet, String heading) {
        this.clock = clock;
        this.notes = notes;
        this.sheet = sheet;
        this.heading = heading;
    }

    List<Row> place(List<Found> found) {
        List<Row> rows = new ArrayList<>();
        for (Found one : found) {
            if (one instanceof Found.OfDay day) {
                clock.day(day.day(), day.line());
            } else if (one instanceof Found.OfRow of) {
                place(of.row()).ifPresent(rows::add);
            }
        }
        return rows;
    }

    private Optional<Row> place(RawRow raw) {
        TimeReading time = raw.time;
        String event = raw.event.toString().strip();
        Optional<RowClock.Placed> placed = clock.place(time, raw.line).filter(one -> isPlausible(one.at()));
        if (placed.isEmpty()) {
            sheet.heading(SectionName.OTHER, heading);
            sheet.add(
                    SectionName.OTHER,
                    ("- " + time.text() + " " + event + (raw.source.isEmpty() ? "" : " " + raw.source))
                            .replace("\n", "\n  "));
            notes.warn(
                    raw.line,
                    "The day of line %d (%s) is not told anywhere: the row was kept as text."
                            .formatted(raw.line, time.text()));
            return Optional.empty();
        }
        RowClock.Placed at = placed.get();
        boolean keeps = at.guessed() || time.saysMore();
        String all = event.isEmpty()
                ? time.text()
                : keeps && !event.startsWith(time.text()) ? "(" + time.text() + ") " + event : event;
        return Optional.of(new Row(
                raw.line, time.text(), at.at(), at.guessed(), Plain.unmarked(all), KindGuess.of(event), raw.source));
    }

    private static boolean isPlausible(java.time.Instant at) {
        int year = at.atZone(java.time.ZoneOffset.UTC).getYear();
        return year >= 1970 && year < 2200;
    }
}
