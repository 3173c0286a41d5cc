package org.postmortemflow.archive.export;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.postmortemflow.archive.export.ExportedPostmortem.Figure;
import org.postmortemflow.people.ReaderTime;
import org.postmortemflow.timeline.ImpactFigures;

/** The figures of the impact in their order, each with where it comes from. */
final class FiguresInWords {

    private FiguresInWords() {}

    static List<Figure> of(ImpactFigures figures, ReaderTime time) {
        return List.of(
                figure("visible", "Visible to customers", figures.visible(), time),
                figure("sev1", "In Sev-1", figures.sev1(), time),
                figure("sev2", "In Sev-2", figures.sev2(), time),
                figure("toDetect", "Time to detect", figures.toDetect(), time),
                figure("toAcknowledge", "Time to acknowledge", figures.toAcknowledge(), time),
                figure("toMitigate", "Time to mitigate", figures.toMitigate(), time),
                figure("toResolve", "Time to resolve", figures.toResolve(), time));
    }

    private static Figure figure(String key, String label, org.postmortemflow.timeline.Figure figure, ReaderTime time) {
        String stretches = figure.stretches().stream()
                .map(stretch -> "from %s to %s"
                        .formatted(
                                moment(stretch.from().at(), time),
                                moment(stretch.to().at(), time)))
                .collect(Collectors.joining(", and "));
        String from = !figure.isKnown()
                ? figure.lacking()
                : stretches.isEmpty() ? "no row of the timeline tells of any" : stretches;
        return new Figure(key, label, figure.length(), from);
    }

    private static String moment(Instant at, ReaderTime time) {
        return time.show(at);
    }
}
