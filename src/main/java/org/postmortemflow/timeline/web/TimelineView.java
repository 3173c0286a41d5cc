package org.postmortemflow.timeline.web;

import java.util.List;
import org.postmortemflow.people.ReaderTime;
import org.postmortemflow.timeline.TimelineFindings;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.TimelineRow;

/**
 * A timeline as one reader sees it.
 *
 * @param shown by time
 * @param hidden put aside, by time
 * @param typedOtherwise sentences about typed figures that the timeline tells otherwise
 * @param picture the picture in words; empty while there is nothing to draw
 * @param open whether it takes changes
 */
record TimelineView(
        ReaderTime time,
        List<TimelineRow> shown,
        List<TimelineRow> hidden,
        List<FigureLine> figures,
        TimelineFindings findings,
        List<String> typedOtherwise,
        String picture,
        boolean open) {

    /** Rows of which nothing shows where they are known from. */
    public List<TimelineItem> withoutEvidence() {
        return shown.stream()
                .map(TimelineRow::item)
                .filter(item -> !item.hasEvidence())
                .toList();
    }

    /** Whether the row's time contradicts the order in which it was written. */
    public boolean isOutOfOrder(TimelineRow row) {
        return findings.outOfOrder().stream()
                .anyMatch(stray -> stray.row().item().id().equals(row.item().id()));
    }
}
