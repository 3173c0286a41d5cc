package org.postmortemflow.timeline;

import java.util.List;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** The timelines of postmortems. */
public interface Timelines {

    /** Ordered by time, those at the same instant as they were written; hidden ones included. */
    List<TimelineItem> of(PostmortemId id);

    /** Adds items to those that are there. */
    void add(PostmortemId id, List<TimelineItem> items, PersonId by);

    /** Replaces all of them. */
    void replace(PostmortemId id, List<TimelineItem> items, PersonId by);
}
