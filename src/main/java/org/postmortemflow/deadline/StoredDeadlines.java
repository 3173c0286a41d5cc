package org.postmortemflow.deadline;

import java.time.Instant;
import java.util.List;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.sla.DeadlineKind;

/** The deadlines of all postmortems as they are kept: the source for pages, reminders and figures. */
public interface StoredDeadlines {

    /** All of one postmortem, in the order of the process, then by due time. */
    List<StoredDeadline> of(PostmortemId id);

    /** All that something is still to be done for, excused ones included, due before that instant; the earliest first. */
    List<StoredDeadline> open(Instant dueBefore);

    /** Notes that people were reminded of it. */
    void warned(PostmortemId id, DeadlineKind kind, String subject, Instant at);
}
