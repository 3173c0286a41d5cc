package org.postmortemflow.archive.reader;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.archive.reader.Block.Kind;
import org.postmortemflow.archive.reader.HeadingMap.Place;
import org.postmortemflow.document.SectionName;

/** Reads a document: parts it by its headings, and hands each part to whoever understands it. */
public final class PostmortemReader {

    /** Names in bold and the like part a document as headings do, below all of them. */
    private static final int NAMED = 7;

    private static final Pattern ALL_TIMES =
            Pattern.compile("(?i)\\b(?:all|times? (?:are|is|in|zone|used)|times in|timestamps?|time ?zone)\\b");

    /** A part of the document that is being read. */
    private record Scope(int level, @Nullable Place place, String heading) {}

    private final HeadingMap headings = HeadingMap.shipped();
    private final Notes notes = new Notes();
    private final Sheet sheet = new Sheet();
    private final Facts facts = new Facts(headings);
    private final List<ReadPostmortem.Understood> unknown = new ArrayList<>();
    private final List<Scope> scopes = new ArrayList<>();
    private final List<Block> actionBlocks = new ArrayList<>();
    private final Lines lines;
    private final ZoneNames zones;
    private final TimeReader times;
    private final DateReader dates;
    private final TimelineReader timeline;
    private final FollowUpReader followUps;
    private @Nullable String title;
    private @Nullable ToldZone statedZone;
    private String timelineHeading = "## Timeline";
    private String actionsHeading = "## Action items";

    private PostmortemReader(Lines lines, ZoneId home) {
        this.lines = lines;
        this.zones = new ZoneNames(home);
        this.dates = new DateReader(DayOrder.isDayFirst(lines.text(), home));
        this.times = new TimeReader(dates, zones);
        this.timeline = new TimelineReader(times, zones, notes, block -> leftOver(block, timelineHeading));
        this.followUps = new FollowUpReader(notes, block -> leftOver(block, actionsHeading));
    }

    /**
     * Reads a document. Whatever it holds, it is read: what is not understood stays text.
     *
     * @param fileName may help with title and date; may be empty
     * @param home the zone for times of which the document names none
     */
    public static ReadPostmortem read(String markdown, String fileName, ZoneId home) {
        Lines lines = Lines.of(markdown);
        return OwnFormat.is(lines) ? OwnReader.read(lines) : new PostmortemReader(lines, home).read(fileName, home);
    }

    private ReadPostmortem read(String fileName, ZoneId home) {
        walk();
        return new Conclusions(facts, dates, times, notes, sheet, home)
                .conclude(title, fileName, timeline, statedZone, followUps.actions(), unknown, timelineHeading);
    }

    private void walk() {
        FrontMatter front = FrontMatter.of(lines);
        if (front.end() > 0) {
            sheet.add(SectionName.OTHER, "```yaml\n" + front.lines().text() + "\n```");
            notes.understood(1, front.end(), "front matter", "kept in Other notes; values that are known were read");
            for (int i = 0; i < front.lines().texts().size(); i++) {
                String line = front.lines().texts().get(i).replaceFirst("^([\\w -]{1,60}?)\\s*=\\s*", "$1: ");
                facts.read(
                        line.replaceAll("(?<=:\\s)[\"'](.*)[\"']\\s*$", "$1")
                                .replaceFirst("^(\\w{1,40})_(\\w{1,40})", "$1 $2"),
                        front.lines().first() + i);
            }
        }
        for (Block block : Blocks.of(lines.between(Math.max(front.end(), 0) + 1, lines.last()))) {
            if (block.kind() == Kind.HEADING) {
                heading(block);
            } else {
                block(block);
            }
        }
        endActions();
        followUps.leave(0);
    }

    private void heading(Block block) {
        endActions();
        String text = block.heading();
        if (text.isBlank()) {
            block(new Block(Kind.VERBATIM, block.lines(), 0, null));
            return;
        }
        scopes.removeIf(scope -> scope.level() >= block.level());
        followUps.leave(block.level());
        Place around = around();
        Optional<Place> own = headings.place(text);
        if (title == null && around == null && own.isEmpty() && scopes.isEmpty()) {
            title = Plain.inline(text);
            notes.understood(block.firstLine(), block.lines().last(), text, "the title");
            scopes.add(new Scope(block.level(), null, text));
            return;
        }
        boolean inTimeline = around != null && around.kind() == HeadingMap.Kind.TIMELINE;
        boolean inActions = around != null && around.kind() == HeadingMap.Kind.FOLLOW_UPS;
        if ((inTimeline || inActions)
                && !own.filter(place -> leaves(place, around)).isPresent()) {
            scopes.add(new Scope(block.level(), around, text));
            if (inTimeline) {
                timeline.read(List.of(block));
            } else {
                followUps.heading(block);
            }
        } else if (own.isPresent()) {
            timeline.partEnds();
            enter(block, block.level(), own.get(), text);
        } else if (around == null
                && times.prefix(text, false)
                        .filter(one -> !one.time().isDayOnly())
                        .isPresent()) {
            scopes.add(new Scope(block.level(), new Place(HeadingMap.Kind.TIMELINE, SectionName.OTHER, true), text));
            timeline.read(List.of(block));
        } else {
            timeline.partEnds();
            scopes.add(new Scope(block.level(), around, text));
            sheet.add(around == null ? SectionName.OTHER : around.section(), block.text());
            if (around == null) {
                unknown.add(new ReadPostmortem.Understood(
                        block.firstLine(), block.lines().last(), text, SectionName.OTHER.label()));
            }
        }
    }

    /** A heading inside the timeline or the action items that begins something else. */
    private static boolean leaves(Place place, Place around) {
        return place.kind() != around.kind()
                && (place.kind() != HeadingMap.Kind.SECTION
                        || !place.keepsHeading()
                                && place.section() != SectionName.RESOLUTION
                                && place.section() != SectionName.FUNCTIONALITY);
    }

    private void enter(Block block, int level, Place place, String heading) {
        scopes.add(new Scope(level, place, heading));
        String as = switch (place.kind()) {
            case TIMELINE -> "Timeline";
            case FOLLOW_UPS -> "Action items";
            case SECTION -> place.section().label();
        };
        notes.understood(block.firstLine(), block.lines().last(), heading, as);
        if (place.kind() == HeadingMap.Kind.TIMELINE) {
            timelineHeading = block.text();
            timeline.state(heading);
        } else if (place.kind() == HeadingMap.Kind.FOLLOW_UPS) {
            actionsHeading = block.text();
            followUps.begin(level, heading, place.keepsHeading());
        } else if (place.keepsHeading() || sheet.has(place.section())) {
            sheet.add(place.section(), block.text());
        }
    }

    private @Nullable Place around() {
        return scopes.isEmpty() ? null : scopes.get(scopes.size() - 1).place();
    }

    private void block(Block block) {
        if (block.kind() != Kind.VERBATIM) {
            stateZone(block);
        }
        if (block.kind() == Kind.UNSEEN) {
            LinkDefinitions.in(block).forEach(sheet::define);
        }
        Place around = around();
        if (around != null && around.kind() == HeadingMap.Kind.TIMELINE) {
            timeline.read(List.of(block));
        } else if (around != null && around.kind() == HeadingMap.Kind.FOLLOW_UPS) {
            actionBlocks.add(block);
        } else {
            text(block, around);
        }
    }

    private void text(Block block, @Nullable Place around) {
        boolean open = around == null
                || around.section() == SectionName.OTHER
                || around.section() == SectionName.WHAT_HAPPENED;
        if (open && Timed.isTimeline(block, times, zones)) {
            timeline.read(List.of(block));
            timeline.partEnds();
            return;
        }
        if (block.kind() == Kind.PARAGRAPH) {
            paragraph(block);
            return;
        }
        facts.read(block);
        sheet.add(around == null ? SectionName.OTHER : around.section(), block.text());
        if (around == null) {
            unknown.add(new ReadPostmortem.Understood(
                    block.firstLine(), block.lines().last(), Plain.cut(block.text(), 300), SectionName.OTHER.label()));
        }
    }

    /** Lines that begin with the name of a section lead there; others stay where they are. */
    private void paragraph(Block block) {
        int from = block.firstLine();
        for (int line = block.firstLine(); line <= block.lines().last(); line++) {
            Optional<Named> named = Named.of(block.lines().line(line), headings, around() == null || isNamed());
            if (named.isPresent()) {
                prose(block, from, line - 1);
                scopes.removeIf(scope -> scope.level() >= NAMED);
                Named one = named.get();
                Block head = new Block(Kind.PARAGRAPH, block.lines().between(line, line), NAMED, null);
                if (one.place().section() == SectionName.OTHER && one.place().kind() == HeadingMap.Kind.SECTION) {
                    prose(block, line, line);
                } else {
                    endActions();
                    enter(
                            new Block(Kind.PARAGRAPH, new Lines(line, List.of("#### " + one.name())), NAMED, null),
                            NAMED,
                            one.place(),
                            one.name());
                    if (!one.value().isEmpty()) {
                        block(new Block(head.kind(), new Lines(line, List.of(one.value())), 0, null));
                    }
                }
                from = line + 1;
            }
        }
        prose(block, from, block.lines().last());
    }

    private boolean isNamed() {
        return !scopes.isEmpty()
                && scopes.get(scopes.size() - 1).level() == NAMED
                && (scopes.size() == 1 || scopes.get(scopes.size() - 2).place() == null);
    }

    private void prose(Block block, int from, int to) {
        if (from > to) {
            return;
        }
        Lines part = block.lines().between(from, to);
        Place around = around();
        if (around != null && around.kind() != HeadingMap.Kind.SECTION) {
            block(new Block(Kind.PARAGRAPH, part, 0, null));
            return;
        }
        boolean head = around == null && scopes.size() <= 1;
        boolean values = part.texts().stream()
                .allMatch(line -> line.isBlank()
                        || Facts.pair(line)
                                .filter(pair -> pair.marked()
                                        || headings.fact(pair.name()).isPresent()
                                        || head && pair.name().length() < 40)
                                .isPresent());
        for (int line = from; line <= to; line++) {
            facts.read(block.lines().line(line), line);
        }
        SectionName section =
                around != null ? around.section() : head && !values ? SectionName.OVERVIEW : SectionName.OTHER;
        sheet.add(section, part.text());
        if (around == null) {
            unknown.add(new ReadPostmortem.Understood(from, to, Plain.cut(part.text(), 300), section.label()));
        }
    }

    private void stateZone(Block block) {
        for (String line : block.lines().texts()) {
            if (statedZone == null
                    && line.length() < 300
                    && ALL_TIMES.matcher(line).find()) {
                statedZone = zones.statedIn(line).orElse(null);
            }
        }
    }

    private void endActions() {
        if (!actionBlocks.isEmpty()) {
            followUps.read(List.copyOf(actionBlocks));
            actionBlocks.clear();
        }
    }

    private void leftOver(Block block, String heading) {
        sheet.heading(SectionName.OTHER, heading);
        sheet.add(SectionName.OTHER, block.text());
    }
}
