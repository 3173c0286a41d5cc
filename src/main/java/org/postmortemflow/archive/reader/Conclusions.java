package org.postmortemflow.archive.reader;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.archive.reader.ReadPostmortem.Action;
import org.postmortemflow.archive.reader.ReadPostmortem.Figures;
import org.postmortemflow.archive.reader.ReadPostmortem.Row;
import org.postmortemflow.archive.reader.ReadPostmortem.Understood;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.timeline.TimelineKind;

/** Puts together what the parts of a document tell: title, dates, rows in their place, figures. */
final class Conclusions {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_EVENT = 4000;

    private final Facts facts;
    private final DateReader dates;
    private final TimeReader times;
    private final Notes notes;
    private final Sheet sheet;
    private final ZoneId home;

    Conclusions(Facts facts, DateReader dates, TimeReader times, Notes notes, Sheet sheet, ZoneId home) {
        this.facts = facts;
        this.dates = dates;
        this.times = times;
        this.notes = notes;
        this.sheet = sheet;
        this.home = home;
    }

    ReadPostmortem conclude(
            @Nullable String heading,
            String fileName,
            TimelineReader timeline,
            @Nullable ToldZone statedZone,
            List<Action> actions,
            List<Understood> unknown,
            String timelineHeading) {
        String title = title(heading, fileName);
        List<Found> found = timeline.found();
        ToldZone zone = zone(timeline.stated() != null ? timeline.stated() : statedZone);
        LocalDate day = day(title, heading, fileName, found);
        ToldZone first =
                zone != null ? zone : Optional.ofNullable(firstZone(found)).orElseGet(this::zoneOfMoments);
        Instant began = moment(Fact.STARTED, first, day);
        List<Row> rows =
                new Placement(new RowClock(home, first, day, began, notes), notes, sheet, timelineHeading).place(found);
        Integer toDetection = facts.minutes(Fact.TIME_TO_DETECTION);
        Integer toRecovery = facts.minutes(Fact.TIME_TO_RECOVERY);
        List<Row> named = KindGuess.named(rows, toDetection, toRecovery, notes);
        named = KindGuess.atMoments(named, began, moment(Fact.DETECTED, first, day), moment(Fact.RESOLVED, first, day));
        List<Row> shortened = named.stream().map(this::fitted).toList();
        numbers();
        facts.readValues()
                .forEach(value ->
                        notes.understood(value.firstLine(), value.lastLine(), value.text(), words(value.as())));
        if (!rows.isEmpty()) {
            notes.understood(
                    rows.get(0).line(),
                    rows.get(rows.size() - 1).line(),
                    "",
                    Notes.count(rows.size(), "row") + " of the timeline");
        }
        if (!actions.isEmpty()) {
            notes.understood(
                    actions.get(0).line(),
                    actions.get(actions.size() - 1).line(),
                    "",
                    Notes.count(actions.size(), "action item"));
        }
        ZoneId there = first == null ? home : first.zone();
        Instant date = day != null
                ? day.atStartOfDay(there).toInstant()
                : rows.stream().map(Row::at).min(Comparator.naturalOrder()).orElse(null);
        return new ReadPostmortem(
                title,
                date,
                facts.severity(title),
                began != null ? began : at(named, TimelineKind.CAUSE_BEGAN),
                or(moment(Fact.DETECTED, first, day), at(named, TimelineKind.DETECTED)),
                or(moment(Fact.RESOLVED, first, day), at(named, TimelineKind.RESOLVED)),
                new Figures(toDetection, toRecovery),
                sheet.sections(),
                shortened,
                actions,
                notes.understood(),
                notes.warnings(),
                unknown);
    }

    private String title(@Nullable String heading, String fileName) {
        String told = facts.text(Fact.TITLE).isEmpty() ? named(facts.text(Fact.INCIDENT)) : facts.text(Fact.TITLE);
        String name = Plain.inline(fileName.replaceFirst("^.*[/\\\\]", "")
                .replaceFirst("\\.(?:md|markdown|txt|mkd)$", "")
                .replace('_', ' '));
        boolean generic = heading == null
                || Plain.heading(heading)
                        .matches(
                                "(?:incident|outage)?\\s?(?:post.?mortem|incident|report|review|retrospective|rca)?\\s?(?:report|review|template|document|analysis)?");
        String title = !generic && heading != null
                ? heading
                : !told.isEmpty()
                        ? told
                        : heading == null || heading.isBlank() ? name : heading + (name.isEmpty() ? "" : ": " + name);
        String line = title.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ").strip();
        if (heading != null && (!line.startsWith(heading) || line.length() > LONGEST_TITLE)) {
            sheet.add(SectionName.OTHER, "# " + heading);
        }
        if (heading == null) {
            notes.warn(
                    1,
                    "No heading gives a title: it was taken from %s."
                            .formatted(told.isEmpty() ? "the file's name" : "a value at the head"));
        }
        return line.isEmpty() ? "Imported postmortem" : Plain.cut(line, LONGEST_TITLE);
    }

    /** {@code INC-42 Payments refused} is a title, {@code INC-42} is none. */
    private static String named(String incident) {
        return incident.split("\\s+").length > 1 && !incident.contains("://") ? incident : "";
    }

    private @Nullable ToldZone zone(@Nullable ToldZone stated) {
        if (stated != null) {
            return stated;
        }
        String told = facts.text(Fact.ZONE);
        return told.isEmpty()
                ? null
                : new ZoneNames(home).at(told, 0).map(ZoneNames.Found::zone).orElse(null);
    }

    /** The zone in which beginning or end are told at the head. */
    private @Nullable ToldZone zoneOfMoments() {
        return Stream.of(Fact.STARTED, Fact.RESOLVED, Fact.DETECTED)
                .map(facts::text)
                .filter(told -> !told.isEmpty())
                .flatMap(told -> times.prefix(told, true).stream())
                .map(one -> one.time().zone())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The zone that the first row names which names one; rows before it are read in it too. */
    private static @Nullable ToldZone firstZone(List<Found> found) {
        return found.stream()
                .map(one -> one instanceof Found.OfRow row ? row.row().time.zone() : null)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable LocalDate day(String title, @Nullable String heading, String fileName, List<Found> found) {
        return firstDate(facts.text(Fact.DATE))
                .or(() -> firstDate(facts.text(Fact.STARTED)))
                .or(() -> firstDate(heading == null ? title : heading))
                .or(() -> firstDate(fileName.replace('_', ' ').replaceAll("(?<=\\d)-(?=\\p{L})", " ")))
                .or(() -> found.stream()
                        .map(one -> one instanceof Found.OfRow row
                                ? row.row().time.date()
                                : one instanceof Found.OfDay of ? of.day() : null)
                        .filter(date -> date != null && date.isWhole())
                        .findFirst()
                        .flatMap(date -> date == null ? Optional.empty() : date.whole()))
                .or(() -> firstDate(sheet.text(SectionName.OVERVIEW)))
                .or(() -> firstDate(sheet.text(SectionName.WHAT_HAPPENED)))
                .or(() -> firstDate(sheet.text(SectionName.OTHER)))
                .orElse(null);
    }

    private Optional<LocalDate> firstDate(String text) {
        return dates.firstIn(Plain.cut(text, 5000)).flatMap(date -> date.date().whole());
    }

    private @Nullable Instant moment(Fact fact, @Nullable ToldZone zone, @Nullable LocalDate day) {
        return facts.of(fact)
                .flatMap(told -> times.prefix(Plain.inline(told.value()), true)
                        .filter(one -> one.time().time() != null || one.time().instant() != null)
                        .flatMap(one -> new RowClock(home, zone, day, null, notes).place(one.time(), told.line())))
                .filter(placed -> !placed.guessed())
                .map(RowClock.Placed::at)
                .orElse(null);
    }

    private static @Nullable Instant or(@Nullable Instant one, @Nullable Instant other) {
        return one != null ? one : other;
    }

    private static @Nullable Instant at(List<Row> rows, TimelineKind kind) {
        return rows.stream()
                .filter(row -> row.kind() == kind && !row.guessed())
                .map(Row::at)
                .findFirst()
                .orElse(null);
    }

    /** What is too long for a row goes on among the evidence. */
    private Row fitted(Row row) {
        if (row.event().length() <= LONGEST_EVENT) {
            return row;
        }
        String head = Plain.cut(row.event(), LONGEST_EVENT - 100);
        int end = head.lastIndexOf('\n') > LONGEST_EVENT / 2 ? head.lastIndexOf('\n') : head.length();
        sheet.add(SectionName.EVIDENCE, "#### Timeline, " + row.told());
        sheet.add(SectionName.EVIDENCE, row.event());
        notes.warn(
                row.line(),
                "The text of line %d is long: all of it is under \"%s\"."
                        .formatted(row.line(), SectionName.EVIDENCE.label()));
        return new Row(
                row.line(),
                row.told(),
                row.at(),
                row.guessed(),
                row.event().substring(0, end).stripTrailing() + " …",
                row.kind(),
                row.source(),
                row.severity(),
                row.noticed());
    }

    private void numbers() {
        Map<Fact, SectionName> sections = Map.of(
                Fact.CUSTOMERS_AFFECTED,
                SectionName.CUSTOMERS_AFFECTED,
                Fact.USERS_AFFECTED,
                SectionName.USERS_AFFECTED);
        sections.forEach((fact, section) -> {
            Long count = facts.count(fact);
            if (count != null) {
                sheet.add(section, count.toString());
            }
        });
        Integer visible = facts.minutes(Fact.VISIBLE_MINUTES);
        if (visible != null) {
            sheet.add(SectionName.VISIBLE_MINUTES, visible.toString());
        }
    }

    private static String words(String fact) {
        return fact.charAt(0)
                + fact.substring(1).toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
