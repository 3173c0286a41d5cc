package org.postmortemflow.timeline.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.timeline.Figure;
import org.postmortemflow.timeline.ImpactFigures;
import org.postmortemflow.timeline.Lengths;
import org.postmortemflow.timeline.Moments;
import org.postmortemflow.timeline.TimelineItem;

/** The bands of the picture: the incident, what customers noticed, the response, and the severity where it is told. */
final class Bands {

    /** A bar of a band. @param label shown in the bar where there is room; may be empty */
    record Bar(TimelineItem from, TimelineItem to, String style, String label) {}

    /** A band with its name and how long it lasted. */
    record Band(String label, List<Bar> bars) {}

    private Bands() {}

    static List<Band> of(Moments moments) {
        List<Band> bands = new ArrayList<>();
        bands.add(span("Incident", "tl-incident", moments.causeBegan(), moments.resolved()));
        bands.add(visible(moments));
        bands.add(span("Response", "tl-response", moments.detected(), moments.resolved()));
        List<Bar> severities = severities(moments);
        if (!severities.isEmpty()) {
            bands.add(new Band("Severity", severities));
        }
        return bands;
    }

    private static Band span(String name, String style, Optional<TimelineItem> from, Optional<TimelineItem> to) {
        if (from.isEmpty() || to.isEmpty() || to.get().at().isBefore(from.get().at())) {
            return new Band(name + ": begin or end is not known yet", List.of());
        }
        Duration length = Duration.between(from.get().at(), to.get().at());
        return new Band(name + ": " + Lengths.words(length), List.of(new Bar(from.get(), to.get(), style, "")));
    }

    private static Band visible(Moments moments) {
        Figure visible = ImpactFigures.of(moments.items()).visible();
        String length = visible.length() == null ? "not known yet" : Lengths.words(visible.length());
        return new Band(
                "Visible to customers: " + length,
                visible.stretches().stream()
                        .map(stretch -> new Bar(stretch.from(), stretch.to(), "tl-visible", ""))
                        .toList());
    }

    private static List<Bar> severities(Moments moments) {
        List<TimelineItem> told =
                moments.items().stream().filter(item -> item.severity() != null).toList();
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            TimelineItem from = told.get(i);
            TimelineItem next = i + 1 < told.size() ? told.get(i + 1) : null;
            TimelineItem end = moments.resolved()
                    .filter(resolved -> next == null || resolved.at().isBefore(next.at()))
                    .orElse(next);
            Severity severity = from.severity();
            if (severity != null && end != null && from.at().isBefore(end.at())) {
                bars.add(new Bar(from, end, style(severity), severity.label()));
            }
        }
        return bars;
    }

    private static String style(@Nullable Severity severity) {
        return severity == Severity.SEV_1 ? "tl-sev-1" : severity == Severity.SEV_2 ? "tl-sev-2" : "tl-sev-other";
    }
}
