package org.postmortemflow.timeline;

import java.util.List;
import java.util.Optional;
import org.postmortemflow.people.ReaderTime;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.timeline.picture.Drawing;
import org.springframework.stereotype.Component;

/** The picture of a timeline, as SVG: incident, impact, response and the named moments. It needs no script. */
@Component
public class TimelinePicture {

    /** Lay-outs: a desk's width, and a telephone's. */
    public enum Size {
        WIDE,
        NARROW
    }

    private final Timelines timelines;

    TimelinePicture(Timelines timelines) {
        this.timelines = timelines;
    }

    /** Empty while no row is shown. */
    public Optional<String> svg(PostmortemId id, ReaderTime time, Size size) {
        List<TimelineItem> shown = Moments.of(timelines.of(id)).items();
        return shown.isEmpty() ? Optional.empty() : Optional.of(Drawing.of(shown, time, size));
    }

    /** The picture in a few sentences, for those who do not see it. */
    public static String inWords(List<TimelineItem> items, ReaderTime time) {
        return Drawing.inWords(items, time);
    }
}
