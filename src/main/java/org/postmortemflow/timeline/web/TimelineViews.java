package org.postmortemflow.timeline.web;

import java.util.List;
import org.postmortemflow.people.ReaderTime;
import org.postmortemflow.people.ReaderTimes;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.timeline.EditTimeline;
import org.postmortemflow.timeline.ImpactFigures;
import org.postmortemflow.timeline.TimelineFindings;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.TimelinePicture;
import org.postmortemflow.timeline.TimelineRow;
import org.postmortemflow.timeline.TimelineRows;
import org.postmortemflow.timeline.TimelineSettings;
import org.postmortemflow.timeline.TypedFigures;
import org.postmortemflow.timeline.TypedFigures.Disagreement;
import org.springframework.stereotype.Component;

/** Puts together what the pages show of a timeline. */
@Component("timelineViews")
class TimelineViews {

    private final TimelineRows rows;
    private final EditTimeline edit;
    private final TypedFigures typed;
    private final ReaderTimes times;
    private final TimelineSettings settings;

    TimelineViews(
            TimelineRows rows, EditTimeline edit, TypedFigures typed, ReaderTimes times, TimelineSettings settings) {
        this.rows = rows;
        this.edit = edit;
        this.typed = typed;
        this.times = times;
        this.settings = settings;
    }

    public TimelineView of(PostmortemId id, PersonId viewer) {
        ReaderTime time = times.of(viewer);
        List<TimelineRow> all = rows.of(id);
        List<TimelineItem> items = all.stream().map(TimelineRow::item).toList();
        List<TimelineRow> shown =
                all.stream().filter(row -> !row.item().hidden()).toList();
        return new TimelineView(
                time,
                shown,
                all.stream().filter(row -> row.item().hidden()).toList(),
                FigureLine.of(ImpactFigures.of(items), time),
                TimelineFindings.of(all, settings.longestGap()),
                typed.disagreements(id).stream().map(one -> inWords(one, time)).toList(),
                shown.isEmpty() ? "" : TimelinePicture.inWords(items, time),
                edit.isOpen(id));
    }

    private static String inWords(Disagreement one, ReaderTime time) {
        return "\"%s\" says %d; the timeline tells %d, %s."
                .formatted(one.section().label(), one.typed(), one.told().minutes(), FigureLine.from(one.told(), time));
    }
}
