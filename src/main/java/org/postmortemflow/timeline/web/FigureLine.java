package org.postmortemflow.timeline.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.postmortemflow.people.ReaderTime;
import org.postmortemflow.timeline.Figure;
import org.postmortemflow.timeline.Figure.Stretch;
import org.postmortemflow.timeline.ImpactFigures;
import org.postmortemflow.timeline.Lengths;
import org.postmortemflow.timeline.TimelineItem;

/**
 * A figure as a page shows it.
 *
 * @param value in words; empty when it is not known
 * @param from where it comes from, or what is lacking
 */
record FigureLine(String label, String value, String from) {

    static List<FigureLine> of(ImpactFigures figures, ReaderTime time) {
        return List.of(
                line("Visible to customers", figures.visible(), time),
                line("In Sev-1", figures.sev1(), time),
                line("In Sev-2", figures.sev2(), time),
                line("Time to detect", figures.toDetect(), time),
                line("Time to acknowledge", figures.toAcknowledge(), time),
                line("Time to mitigate", figures.toMitigate(), time),
                line("Time to resolve", figures.toResolve(), time));
    }

    static FigureLine line(String label, Figure figure, ReaderTime time) {
        return figure.isKnown()
                ? new FigureLine(label, Lengths.words(Objects.requireNonNull(figure.length())), from(figure, time))
                : new FigureLine(label, "", figure.lacking());
    }

    /** {@code from 'Detected' 14:05 to 'Resolved' 16:00}, several joined. */
    static String from(Figure figure, ReaderTime time) {
        return figure.stretches().isEmpty()
                ? "no row tells of any"
                : figure.stretches().stream()
                        .map(stretch -> from(stretch, time))
                        .collect(Collectors.joining(", and "));
    }

    private static String from(Stretch stretch, ReaderTime time) {
        Instant from = stretch.from().at();
        Instant to = stretch.to().at();
        boolean sameDay = time.date(from).equals(time.date(to));
        return "from %s %s to %s %s"
                .formatted(
                        name(stretch.from()),
                        sameDay ? time.clock(from) : time.show(from),
                        name(stretch.to()),
                        sameDay ? time.clock(to) : time.show(to));
    }

    private static String name(TimelineItem item) {
        return "'" + item.kind().label()
                + (item.severity() == null ? "" : ", " + item.severity().label()) + "'";
    }
}
