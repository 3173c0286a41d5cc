package org.postmortemflow.archive.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.archive.reader.TimeReader.Prefix;

/** A table of which one column, or a date and a time column, tell when the rest happened. */
final class TimelineTable {

    private static final Set<String> EVENT = Set.of(
            "event",
            "events",
            "description",
            "what",
            "what happened",
            "details",
            "detail",
            "activity",
            "update",
            "message",
            "entry",
            "summary",
            "action",
            "actions",
            "note",
            "notes",
            "comment",
            "comments",
            "incident",
            "step",
            "milestone",
            "event description",
            "ereignis",
            "was",
            "beschreibung");
    private static final Set<String> SOURCE =
            Set.of("source", "sources", "link", "links", "evidence", "reference", "url", "ref", "proof");
    private static final int LONGEST_SOURCE = 4000;

    private final Tables table;
    private final TimeReader times;
    private final int dateColumn;
    private final int timeColumn;
    private final int eventColumn;
    private final @Nullable ToldZone columnZone;

    private TimelineTable(
            Tables table, TimeReader times, int dateColumn, int timeColumn, @Nullable ToldZone columnZone) {
        this.table = table;
        this.times = times;
        this.dateColumn = dateColumn;
        this.timeColumn = timeColumn;
        this.columnZone = columnZone;
        this.eventColumn = eventColumn();
    }

    /** Empty when no column tells times. */
    static Optional<TimelineTable> of(Tables table, TimeReader times, ZoneNames zones) {
        int date = -1;
        int time = -1;
        for (int i = 0; i < table.header().size(); i++) {
            String name = Plain.heading(table.header().get(i));
            boolean named = name.matches(
                    "(?:.*\\b)?(?:time|times|timestamp|when|clock|hour|utc|t\\+|elapsed|offset|date|day|datetime|uhrzeit|zeit|datum)\\b.*|[a-z]{2,4}t");
            if (!named && !(i == 0 && mostlyTimes(table, i, times))) {
                continue;
            }
            boolean onlyDays = name.matches("(?:.*\\b)?(?:date|day|datum)\\b.*")
                    && !name.contains("time")
                    && !tellsTimeOfDay(table, i, times);
            if (onlyDays && date < 0) {
                date = i;
            } else if (time < 0 && tells(table, i, times)) {
                time = i;
            }
        }
        if (time < 0 && date < 0 || !tells(table, time < 0 ? date : time, times)) {
            return Optional.empty();
        }
        int column = time < 0 ? date : time;
        ToldZone zone = zones.statedIn(table.header().get(column)).orElse(null);
        return Optional.of(new TimelineTable(table, times, time < 0 ? -1 : date, column, zone));
    }

    /** Its rows; cells without a time belong to the row above, at first to {@code above}, which then comes first in the list. */
    List<RawRow> rows(@Nullable RawRow above) {
        List<RawRow> rows = new ArrayList<>();
        RawRow current = above;
        ToldDate day = null;
        for (Tables.Row cells : table.rows()) {
            String told = cells.cell(timeColumn);
            ToldDate newDay = dateColumn < 0
                    ? null
                    : times.prefix(cells.cell(dateColumn), true)
                            .map(one -> one.time().date())
                            .orElse(null);
            day = newDay == null ? day : newDay;
            Optional<Prefix> prefix = times.prefix(told, true);
            boolean blank = Plain.inline(told).replaceAll("[\\p{Punct}\\s]", "").isEmpty();
            if (blank && newDay == null && current != null) {
                if (rows.isEmpty()) {
                    rows.add(current);
                }
                current.addBlock(event(cells, current));
                continue;
            }
            String dayTold = newDay == null || dateColumn == timeColumn
                    ? ""
                    : cells.cell(dateColumn).strip() + " ";
            TimeReading time = reading(prefix, blank ? cells.cell(Math.max(dateColumn, 0)) : told, day, dayTold);
            RawRow row = new RawRow(cells.line(), time, "");
            row.addLine(prefix.isEmpty() ? "" : prefix.get().rest());
            row.addLine(event(cells, row));
            rows.add(row);
            current = row;
        }
        return rows;
    }

    private TimeReading reading(Optional<Prefix> prefix, String told, @Nullable ToldDate day, String dayTold) {
        TimeReading open = new TimeReading(told.strip(), day, null, true, columnZone, null, null, false);
        return prefix.map(Prefix::time)
                .map(time -> new TimeReading(
                        dayTold + time.text(),
                        time.date() == null ? day : time.date(),
                        time.time(),
                        time.vague(),
                        time.zone() == null ? columnZone : time.zone(),
                        time.instant(),
                        time.since(),
                        time.until()))
                .orElse(open);
    }

    /** The event's cell, then the other cells by name; a link shown for proof becomes the row's source. */
    private String event(Tables.Row cells, RawRow row) {
        StringBuilder event = new StringBuilder(cells.cell(eventColumn));
        for (int i = 0; i < Math.max(cells.cells().size(), table.header().size()); i++) {
            String cell = cells.cell(i);
            boolean dateIsKept = i == dateColumn
                    && times.prefix(cell, true)
                            .filter(one -> one.rest().isEmpty())
                            .isPresent();
            if (i == timeColumn || i == eventColumn || dateIsKept || cell.isBlank()) {
                continue;
            }
            String name =
                    i < table.header().size() ? Plain.inline(table.header().get(i)) : "";
            if (SOURCE.contains(name.toLowerCase(Locale.ROOT))
                    && row.source.isEmpty()
                    && cell.length() <= LONGEST_SOURCE) {
                row.source = cell;
            } else {
                event.append(event.isEmpty() ? "" : "\n")
                        .append(name.isEmpty() ? "" : name + ": ")
                        .append(cell);
            }
        }
        return event.toString();
    }

    private int eventColumn() {
        int longest = -1;
        long most = -1;
        for (int i = 0; i < table.header().size(); i++) {
            int column = i;
            if (i == timeColumn || i == dateColumn) {
                continue;
            }
            if (EVENT.contains(Plain.heading(table.header().get(i)))) {
                return i;
            }
            long length = table.rows().stream()
                    .mapToLong(row -> row.cell(column).length())
                    .sum();
            if (length > most) {
                most = length;
                longest = i;
            }
        }
        return longest;
    }

    private static boolean tells(Tables table, int column, TimeReader times) {
        return table.rows().stream()
                .anyMatch(row -> times.prefix(row.cell(column), true).isPresent());
    }

    private static boolean tellsTimeOfDay(Tables table, int column, TimeReader times) {
        return table.rows().stream()
                .anyMatch(row -> times.prefix(row.cell(column), true)
                        .filter(one -> !one.time().isDayOnly())
                        .isPresent());
    }

    private static boolean mostlyTimes(Tables table, int column, TimeReader times) {
        long told = table.rows().stream()
                .filter(row -> times.prefix(row.cell(column), true).isPresent())
                .count();
        return told > 0 && told * 2 >= table.rows().size();
    }
}
