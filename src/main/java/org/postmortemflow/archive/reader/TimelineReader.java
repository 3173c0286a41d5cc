package org.postmortemflow.archive.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.archive.reader.Block.Kind;
import org.postmortemflow.archive.reader.TimeReader.Prefix;

/**
 * Reads rows from tables, lists, headings, paragraphs and code. What is no row goes to the row it belongs to, or is left over as
 * text: nothing is dropped.
 */
final class TimelineReader {

    private static final int DEEPEST = 6;

    private final TimeReader times;
    private final ZoneNames zones;
    private final Consumer<Block> leftOver;
    private final Notes notes;
    private final List<Found> found = new ArrayList<>();
    private @Nullable RawRow row;
    private @Nullable Block pendingDay;
    private @Nullable Prefix pending;
    private boolean underHeading;
    private @Nullable ToldZone stated;

    /** @param leftOver takes blocks that are neither rows nor parts of rows */
    TimelineReader(TimeReader times, ZoneNames zones, Notes notes, Consumer<Block> leftOver) {
        this.times = times;
        this.zones = zones;
        this.notes = notes;
        this.leftOver = leftOver;
    }

    List<Found> found() {
        settleDay(false);
        return found;
    }

    /** The zone that the blocks name for all their times; null when they name none. */
    @Nullable
    ToldZone stated() {
        return stated;
    }

    void state(String text) {
        if (stated == null) {
            stated = zones.statedIn(text).orElse(null);
        }
    }

    void read(List<Block> blocks) {
        blocks.forEach(block -> read(block, 0));
    }

    /** What follows a row without being part of it stands alone: a new part of the document begins. */
    void partEnds() {
        settleDay(false);
        row = null;
        underHeading = false;
    }

    private void read(Block block, int depth) {
        switch (block.kind()) {
            case HEADING -> heading(block);
            case TABLE -> table(block);
            case LIST -> list(block, depth);
            case PARAGRAPH -> paragraph(block);
            default -> verbatim(block);
        }
    }

    private void heading(Block block) {
        settleDay(false);
        Optional<Prefix> prefix = times.prefix(block.heading(), false);
        row = null;
        underHeading = false;
        if (prefix.isEmpty()) {
            state(block.heading());
            leftOver.accept(block);
        } else if (prefix.get().time().isDayOnly()) {
            pendingDay = block;
            pending = prefix.get();
        } else {
            begin(block.firstLine(), prefix.get());
            underHeading = true;
        }
    }

    private void table(Block block) {
        Optional<TimelineTable> table = TimelineTable.of(Tables.of(block), times, zones);
        if (table.isEmpty()) {
            keep(block);
            return;
        }
        settleDay(true);
        notes.understood(
                block.firstLine(), block.firstLine(), block.lines().texts().get(0), "the columns of the timeline");
        table.get().rows(row).forEach(one -> {
            if (one != row) {
                found.add(new Found.OfRow(one));
            }
            row = one;
        });
        underHeading = false;
    }

    private void list(Block block, int depth) {
        if (underHeading || depth > DEEPEST) {
            keep(block);
            return;
        }
        for (Item item : Blocks.items(block)) {
            item(item, depth);
        }
    }

    private void item(Item item, int depth) {
        List<String> lines = item.content().texts();
        Optional<Prefix> prefix = times.prefix(unticked(lines.get(0)), false);
        Lines rest = item.content()
                .between(item.content().first() + 1, item.content().last());
        if (prefix.isPresent() && !(prefix.get().time().isDayOnly() && hasRows(rest))) {
            settleDay(true);
            begin(item.content().first(), prefix.get());
            if (row != null) {
                row.addLine(rest.text());
            }
        } else if (hasRows(rest)) {
            row = null;
            prefix.ifPresentOrElse(
                    day -> day(day, item.content().first(), lines.get(0)),
                    () -> leftOver.accept(new Block(
                            Kind.PARAGRAPH,
                            item.content()
                                    .between(
                                            item.content().first(),
                                            item.content().first()),
                            0,
                            null)));
            Blocks.of(rest).forEach(block -> read(block, depth + 1));
        } else {
            keepUntimed(item);
        }
    }

    private void keepUntimed(Item item) {
        if (found.stream().anyMatch(Found.OfRow.class::isInstance)) {
            notes.warn(
                    item.content().first(),
                    "Line %d names no time: it was kept as text."
                            .formatted(item.content().first()));
        }
        row = null;
        leftOver.accept(new Block(Kind.LIST, item.written(), 0, null));
    }

    private boolean hasRows(Lines lines) {
        return lines.texts().stream()
                .map(String::strip)
                .filter(line -> line.matches("(?:[-+*]|\\d{1,9}[.)])\\s.*"))
                .anyMatch(line -> times.prefix(unticked(line.replaceFirst("^(?:[-+*]|\\d{1,9}[.)])\\s+", "")), false)
                        .isPresent());
    }

    private static String unticked(String text) {
        return text.replaceFirst("^\\[[ xX]]\\s+", "");
    }

    private void paragraph(Block block) {
        if (underHeading) {
            keep(block);
            return;
        }
        boolean inRow = row != null && row.event.isEmpty();
        List<String> lines = block.lines().texts();
        for (int i = 0; i < lines.size(); i++) {
            int line = block.firstLine() + i;
            String text = lines.get(i).strip();
            Optional<Prefix> prefix = times.prefix(text, false);
            if (prefix.isPresent()
                    && prefix.get().time().isDayOnly()
                    && isAside(prefix.get().rest())) {
                settleDay(false);
                state(text);
                pendingDay = new Block(Kind.PARAGRAPH, block.lines().between(line, line), 0, null);
                pending = prefix.get();
                row = null;
                inRow = false;
            } else if (prefix.isPresent()) {
                settleDay(true);
                begin(line, prefix.get());
                inRow = true;
            } else if (pending != null && pendingDay != null) {
                settleDay(false);
                inRow = true;
                addLine(lines.get(i));
            } else if (inRow && row != null) {
                addLine(lines.get(i));
            } else {
                state(text);
                row = null;
                leftOver.accept(new Block(
                        Kind.PARAGRAPH,
                        block.lines().between(line, block.lines().last()),
                        0,
                        null));
                return;
            }
        }
    }

    /** Nothing more than a word about the times of the day. */
    private boolean isAside(String rest) {
        return isShort(rest) || rest.length() < 60 && zones.statedIn(rest).isPresent();
    }

    private static boolean isShort(String rest) {
        return rest.replaceAll("[\\p{Punct}\\s]", "").isEmpty();
    }

    private void addLine(String text) {
        if (row != null) {
            row.addLine(text);
        }
    }

    private void verbatim(Block block) {
        List<String> lines = block.lines().texts();
        long timed = lines.stream()
                .filter(line -> times.prefix(line, false).isPresent())
                .count();
        if (row == null && block.kind() == Kind.VERBATIM && timed >= 2 && timed * 3 >= lines.size()) {
            settleDay(true);
            for (int i = 0; i < lines.size(); i++) {
                String text = lines.get(i);
                Optional<Prefix> prefix = times.prefix(text, false);
                if (prefix.isPresent()) {
                    begin(block.firstLine() + i, prefix.get());
                } else if (!text.strip().matches("(?:```|~~~).*")
                        || text.strip().length() > 3) {
                    keep(new Block(
                            Kind.VERBATIM,
                            block.lines().between(block.firstLine() + i, block.firstLine() + i),
                            0,
                            null));
                }
            }
            row = null;
        } else {
            keep(block);
        }
    }

    private void keep(Block block) {
        settleDay(false);
        if (row == null || block.kind() == Kind.UNSEEN) {
            leftOver.accept(block);
        } else {
            row.addBlock(block.text());
        }
    }

    private void begin(int line, Prefix prefix) {
        row = new RawRow(line, prefix.time(), prefix.rest());
        found.add(new Found.OfRow(row));
    }

    private void day(Prefix prefix, int line, String text) {
        ToldDate date = prefix.time().date();
        if (date != null) {
            found.add(new Found.OfDay(date, line));
            notes.understood(line, line, text, "the day of the rows below");
            if (!isShort(prefix.rest())) {
                leftOver.accept(new Block(Kind.PARAGRAPH, new Lines(line, List.of(text)), 0, null));
            }
        }
    }

    /** A day with rows below is their day; with other text below, it is a row of that day. */
    private void settleDay(boolean rowsFollow) {
        Prefix prefix = pending;
        Block block = pendingDay;
        pending = null;
        pendingDay = null;
        if (prefix == null || block == null) {
            return;
        }
        if (rowsFollow) {
            day(prefix, block.firstLine(), block.text());
        } else {
            begin(block.firstLine(), prefix);
            underHeading = block.kind() == Kind.HEADING;
        }
    }
}
