package org.postmortemflow.archive.reader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.archive.reader.Block.Kind;
import org.postmortemflow.archive.reader.ReadPostmortem.Action;
import org.postmortemflow.archive.reader.ReadPostmortem.Figures;
import org.postmortemflow.archive.reader.ReadPostmortem.Row;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.timeline.TimelineKind;

/**
 * Reads the Markdown that we write ourselves. Its parts are known by their names, so that nothing needs to be guessed; parts
 * that people added or that have no place of their own are kept among the other notes.
 */
final class OwnReader {

    private static final Pattern FACT = Pattern.compile("- \\*\\*([^*]{1,60}):\\*\\* (.*)");

    private final Notes notes = new Notes();
    private final Sheet sheet = new Sheet();
    private final List<Row> rows = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private final List<ReadPostmortem.Understood> unknown = new ArrayList<>();
    private String title = "";
    private @Nullable Severity severity;
    private @Nullable Instant started;
    private @Nullable Instant detected;
    private @Nullable Instant resolved;

    private OwnReader() {}

    static ReadPostmortem read(Lines lines) {
        OwnReader reader = new OwnReader();
        reader.parts(lines);
        return reader.conclude();
    }

    private void parts(Lines lines) {
        Block heading = null;
        int from = lines.first() + 1;
        for (Block block : Blocks.of(lines)) {
            boolean head = heading == null && block.level() == 1;
            if (block.kind() == Kind.HEADING && (head || block.level() == 2)) {
                part(heading, lines.between(from, block.firstLine() - 1));
                heading = block;
                from = block.lines().last() + 1;
            }
        }
        part(heading, lines.between(from, lines.last()));
    }

    private void part(@Nullable Block heading, Lines content) {
        if (heading == null) {
            sheet.add(SectionName.OTHER, content.text());
        } else if (heading.level() == 1) {
            title = heading.heading().strip();
            notes.understood(heading.firstLine(), heading.lines().last(), title, "the title");
            content.texts().forEach(this::fact);
            sheet.add(SectionName.OTHER, content.text());
        } else if (heading.heading().equals(OwnFormat.TIMELINE)) {
            rows(heading, content);
        } else if (heading.heading().equals(OwnFormat.FOLLOW_UPS)) {
            actions(heading, content);
        } else {
            section(heading, content);
        }
    }

    private void section(Block heading, Lines content) {
        Optional<SectionName> section = Arrays.stream(SectionName.values())
                .filter(name -> name.label().equals(heading.heading()))
                .findFirst();
        if (section.isPresent()) {
            notes.understood(heading.firstLine(), content.last(), heading.heading(), heading.heading());
        } else {
            sheet.add(SectionName.OTHER, heading.text());
            unknown.add(new ReadPostmortem.Understood(
                    heading.firstLine(), content.last(), heading.heading(), SectionName.OTHER.label()));
        }
        sheet.add(section.orElse(SectionName.OTHER), content.text());
    }

    private void fact(String line) {
        Matcher fact = FACT.matcher(line);
        if (fact.matches()) {
            String value = fact.group(2);
            switch (fact.group(1)) {
                case OwnFormat.SEVERITY -> severity = Severity.parse(value).orElse(null);
                case OwnFormat.STARTED -> started = OwnFormat.instant(value).orElse(null);
                case OwnFormat.DETECTED -> detected = OwnFormat.instant(value).orElse(null);
                case OwnFormat.RESOLVED -> resolved = OwnFormat.instant(value).orElse(null);
                default -> {}
            }
        }
    }

    private void rows(Block heading, Lines content) {
        for (Block block : Blocks.of(content)) {
            if (block.kind() != Kind.TABLE) {
                keep(heading, block.text());
                continue;
            }
            Tables table = Tables.of(block);
            for (Tables.Row cells : table.rows()) {
                Optional<Row> row = row(table.header(), cells);
                row.ifPresent(rows::add);
                if (row.isEmpty()) {
                    keep(heading, "- " + String.join(" ", cells.cells()));
                    notes.warn(
                            cells.line(),
                            "The time of line %d is not readable: the row was kept as text.".formatted(cells.line()));
                }
            }
            notes.understood(
                    block.firstLine(),
                    block.lines().last(),
                    OwnFormat.TIMELINE,
                    Notes.count(rows.size(), "row") + " of the timeline");
        }
    }

    private static Optional<Row> row(List<String> header, Tables.Row cells) {
        String told = cell(header, cells, OwnFormat.TIME);
        String event = cell(header, cells, OwnFormat.EVENT);
        String said = cell(header, cells, OwnFormat.KIND);
        TimelineKind kind = OwnFormat.kind(said).orElseGet(() -> KindGuess.of(event));
        String source = cell(header, cells, OwnFormat.SOURCE);
        return OwnFormat.instant(told)
                .map(at -> new Row(
                        cells.line(),
                        told,
                        at,
                        false,
                        event,
                        kind,
                        source,
                        OwnFormat.severity(said),
                        OwnFormat.noticed(said)));
    }

    private void actions(Block heading, Lines content) {
        for (Block block : Blocks.of(content)) {
            if (block.kind() != Kind.TABLE) {
                keep(heading, block.text());
                continue;
            }
            Tables table = Tables.of(block);
            List<String> header = table.header();
            table.rows()
                    .forEach(cells -> actions.add(new Action(
                            cells.line(),
                            cell(header, cells, OwnFormat.FOLLOW_UP),
                            all(header, cells),
                            "",
                            cell(header, cells, OwnFormat.TEAM),
                            cell(header, cells, OwnFormat.KIND),
                            cell(header, cells, OwnFormat.PRIORITY),
                            OwnFormat.isDone(cell(header, cells, OwnFormat.STATE)))));
            notes.understood(
                    block.firstLine(),
                    block.lines().last(),
                    OwnFormat.FOLLOW_UPS,
                    Notes.count(actions.size(), "action item"));
        }
    }

    private static String all(List<String> header, Tables.Row cells) {
        return IntStream.range(0, header.size())
                .filter(i -> !cells.cell(i).isBlank())
                .mapToObj(i -> (i == 0 ? "" : header.get(i) + ": ") + OwnFormat.lines(cells.cell(i)))
                .collect(Collectors.joining("\n"));
    }

    private static String cell(List<String> header, Tables.Row cells, String name) {
        return OwnFormat.lines(cells.cell(header.indexOf(name)));
    }

    private void keep(Block heading, String text) {
        sheet.heading(SectionName.OTHER, heading.text());
        sheet.add(SectionName.OTHER, text);
    }

    private ReadPostmortem conclude() {
        Instant first = rows.stream().map(Row::at).min(Instant::compareTo).orElse(null);
        return new ReadPostmortem(
                title.isEmpty() ? "Imported postmortem" : title,
                started != null ? started : first != null ? first : resolved,
                severity,
                started,
                detected,
                resolved,
                new Figures(null, null),
                sheet.sections(),
                rows,
                actions,
                notes.understood(),
                notes.warnings(),
                unknown);
    }
}
