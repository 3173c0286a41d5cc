package org.postmortemflow.timeline.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.postmortemflow.people.ReaderTime;
import org.postmortemflow.timeline.Lengths;
import org.postmortemflow.timeline.Moments;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.TimelineKind;
import org.postmortemflow.timeline.TimelinePicture.Size;

/** Draws one timeline. Lengths are in the units of the view box, which are pixels at the picture's own size. */
public final class Drawing {

    private static final double BAND = 44;
    private static final double BAR = 14;
    private static final double LANE = 22;
    private static final int LONGEST_EVENT = 200;

    private final Moments moments;
    private final ReaderTime time;
    private final double width;
    private final double margin;
    private final double letter;
    private final Scale scale;
    private final List<Bands.Band> bands;
    private final double axis;
    private final Svg svg = new Svg();

    private Drawing(List<TimelineItem> items, ReaderTime time, Size size) {
        this.moments = Moments.of(items);
        this.time = time;
        this.width = size == Size.WIDE ? 960 : 358;
        this.margin = size == Size.WIDE ? 30 : 22;
        this.letter = 7.6;
        this.bands = Bands.of(moments);
        this.axis = 14 + bands.size() * BAND + 18;
        this.scale = Scale.of(moments.items().stream().map(TimelineItem::at).toList(), margin, width - margin);
    }

    /** @param items at least one that is shown */
    public static String of(List<TimelineItem> items, ReaderTime time, Size size) {
        return new Drawing(items, time, size).draw();
    }

    /** The same for those who do not see it. */
    public static String inWords(List<TimelineItem> items, ReaderTime time) {
        Moments moments = Moments.of(items);
        String named = moments.named().stream()
                .map(item -> time.show(item.at()) + " " + name(item))
                .collect(Collectors.joining("; "));
        String bands = Bands.of(moments).stream().map(Bands.Band::label).collect(Collectors.joining(". "));
        return bands + ". " + (named.isEmpty() ? "No named moment yet" : named) + ".";
    }

    private String draw() {
        List<TimelineItem> named = moments.named();
        List<Labels.Placed> labels = Labels.place(wanted(named), margin - 14, width - 8);
        int lanes = labels.stream().mapToInt(Labels.Placed::lane).max().orElse(-1) + 1;
        double height = axis + 54 + lanes * LANE + 6;
        svg.open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "viewBox",
                        String.format(Locale.ROOT, "0 0 %.0f %.0f", width, height),
                        "width",
                        width,
                        "height",
                        height,
                        "role",
                        "img",
                        "aria-labelledby",
                        "tl-title tl-desc")
                .text("title", "Timeline of the incident", "id", "tl-title")
                .text("desc", inWords(moments.items(), time), "id", "tl-desc")
                .text("style", Style.CSS)
                .leaf("rect", "class", "tl-ground", "width", width, "height", height, "rx", 8);
        List<Ticks.Tick> ticks = Ticks.of(scale, time.zone());
        ticks.forEach(
                tick -> svg.leaf("line", "class", "tl-grid", "x1", tick.x(), "x2", tick.x(), "y1", 8, "y2", axis));
        drawBands();
        drawAxis();
        drawLeaders(labels);
        drawTicks(ticks);
        drawMoments(named);
        drawLabels(named, labels);
        return svg.close().toString();
    }

    private List<Labels.Wanted> wanted(List<TimelineItem> named) {
        List<Labels.Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            wanted.add(new Labels.Wanted(
                    i, scale.x(named.get(i).at()), label(named.get(i)).length() * letter));
        }
        return wanted;
    }

    private void drawBands() {
        double top = 14;
        for (Bands.Band band : bands) {
            for (Bands.Bar bar : band.bars()) {
                double from = scale.x(bar.from().at());
                double to = Math.max(from + 2, scale.x(bar.to().at()));
                svg.open("g")
                        .text(
                                "title",
                                "%s, %s to %s"
                                        .formatted(
                                                band.label(),
                                                time.show(bar.from().at()),
                                                time.show(bar.to().at())))
                        .leaf(
                                "rect",
                                "class",
                                bar.style(),
                                "x",
                                from,
                                "y",
                                top + 20,
                                "width",
                                to - from,
                                "height",
                                BAR,
                                "rx",
                                3)
                        .close();
                if (!bar.label().isEmpty() && to - from > bar.label().length() * letter + 8) {
                    svg.text("text", bar.label(), "class", "tl-in-bar", "x", from + 5, "y", top + 31.5);
                }
            }
            svg.text("text", band.label(), "class", "tl-band", "x", margin, "y", top + 14);
            top += BAND;
        }
    }

    private void drawAxis() {
        svg.leaf("line", "class", "tl-axis", "x1", margin, "x2", width - margin, "y1", axis, "y2", axis);
        Scale.Piece folded = scale.folded();
        if (folded != null) {
            double middle = (folded.left() + folded.right()) / 2;
            svg.leaf(
                            "line",
                            "class",
                            "tl-fold",
                            "x1",
                            folded.left() + 5,
                            "x2",
                            folded.right() - 5,
                            "y1",
                            axis,
                            "y2",
                            axis)
                    .text(
                            "text",
                            Lengths.words(Duration.between(folded.from(), folded.to())),
                            "class",
                            "tl-tick",
                            "x",
                            middle,
                            "y",
                            axis - 7);
        }
    }

    private void drawTicks(List<Ticks.Tick> ticks) {
        for (Ticks.Tick tick : ticks) {
            svg.leaf("line", "class", "tl-axis", "x1", tick.x(), "x2", tick.x(), "y1", axis, "y2", axis + 5)
                    .text("text", tick.label(), "class", "tl-tick", "x", tick.x(), "y", axis + 20);
            if (!tick.day().isEmpty()) {
                svg.text("text", tick.day(), "class", "tl-tick tl-day", "x", tick.x(), "y", axis + 35);
            }
        }
        svg.text("text", time.zone().getId(), "class", "tl-zone", "x", width - 8, "y", 16);
    }

    private void drawLeaders(List<Labels.Placed> labels) {
        labels.forEach(label -> svg.leaf(
                "line", "class", "tl-leader", "x1", label.x(), "x2", label.x(), "y1", axis, "y2", laneTop(label) + 4));
    }

    /** Rows without a name are dots; what they say appears when the pointer rests on them. */
    private void drawMoments(List<TimelineItem> named) {
        Set<TimelineItem> big = new HashSet<>(named);
        for (TimelineItem item : moments.items()) {
            double x = scale.x(item.at());
            svg.open("g").text("title", time.show(item.at()) + " " + shortened(item.event()));
            if (!big.contains(item)) {
                svg.leaf("circle", "class", "tl-dot", "cx", x, "cy", axis, "r", 3);
            } else if (item.kind() == TimelineKind.CAUSE_BEGAN) {
                svg.leaf("path", "class", "tl-begin", "d", path("M%.1f %.1fl14 8l-14 8z", x - 5, axis - 8));
            } else if (item.kind() == TimelineKind.RESOLVED) {
                svg.leaf("rect", "class", "tl-end", "x", x - 7, "y", axis - 7, "width", 14, "height", 14)
                        .leaf("path", "class", "tl-check", "d", path("M%.1f %.1fl3 3.5l5 -6.5", x - 4, axis));
            } else {
                svg.leaf("circle", "class", "tl-moment", "cx", x, "cy", axis, "r", 6);
            }
            svg.close();
        }
    }

    private void drawLabels(List<TimelineItem> named, List<Labels.Placed> labels) {
        for (Labels.Placed label : labels) {
            TimelineItem item = named.get(label.number());
            svg.text(
                    "text", label(item), "class", "tl-label" + tone(item), "x", label.left(), "y", laneTop(label) + 15);
        }
    }

    private double laneTop(Labels.Placed label) {
        return axis + 44 + label.lane() * LANE;
    }

    private static String tone(TimelineItem item) {
        return switch (item.kind()) {
            case CAUSE_BEGAN -> " tl-red";
            case RESOLVED -> " tl-green";
            default -> "";
        };
    }

    private String label(TimelineItem item) {
        return time.clock(item.at()) + " " + name(item);
    }

    /** A row of another kind is named by what it changes. */
    private static String name(TimelineItem item) {
        String kind = item.kind().label();
        String severity = item.severity() == null ? "" : item.severity().label();
        return switch (item.kind()) {
            case STATUS_CHANGE, ACTION, DECISION -> severity.isEmpty() ? noticed(item, kind) : severity;
            case IMPACT_CHANGE -> noticed(item, kind) + (severity.isEmpty() ? "" : ", " + severity);
            default -> kind + (severity.isEmpty() ? "" : ", " + severity);
        };
    }

    private static String noticed(TimelineItem item, String otherwise) {
        Boolean noticed = item.noticed();
        return noticed == null ? otherwise : noticed ? "Customers notice" : "Customers all right";
    }

    private static String shortened(String event) {
        return event.codePointCount(0, event.length()) <= LONGEST_EVENT
                ? event
                : event.substring(0, event.offsetByCodePoints(0, LONGEST_EVENT)) + "…";
    }

    private static String path(String format, double x, double y) {
        return String.format(Locale.ROOT, format, x, y);
    }
}
