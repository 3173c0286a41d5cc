package org.postmortemflow.demo.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.Deadline;
import org.postmortemflow.sla.DeadlineInputs;
import org.postmortemflow.sla.DeadlineKind;
import org.postmortemflow.sla.Deadlines;

/** When what is due, by the real rules, from what is known at that time. */
final class Dues {

    private final Deadlines deadlines;

    Dues(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    Map<Step, Deadline> ofSteps(Story story, Rows rows) {
        return deadlines.of(inputs(story, rows));
    }

    Map<DeadlineKind, Deadline> all(Story story, Rows rows) {
        return deadlines.all(inputs(story, rows));
    }

    Deadline followUpDone(Story story, Instant opened, Instant due) {
        return deadlines.followUpDone(opened, due, story.what().severity());
    }

    String version() {
        return deadlines.version();
    }

    private static DeadlineInputs inputs(Story story, Rows rows) {
        Occurrence what = story.what();
        Course.Meeting meeting = story.course().meeting();
        boolean planned = meeting != null && rows.isPast(meeting.scheduled());
        return new DeadlineInputs(
                what.severity(),
                what.resolved(),
                what.started(),
                what.services(),
                rows.past(story.course().firstDone(Step.DESIGNATE_OWNER).orElse(null)),
                planned ? meeting.start() : null,
                planned ? meeting.length() : null,
                planned ? rows.past(meeting.held()) : null);
    }

    /** When reviewers got a link to a document that was not complete (R26); null when it was. */
    static @Nullable Instant askedEarly(Story story) {
        Course.Meeting meeting = story.course().meeting();
        Instant complete = story.course().complete().orElse(null);
        if (meeting == null || complete == null) {
            return null;
        }
        Instant latest = meeting.start().minus(Duration.ofHours(24));
        Instant asked = latest.isBefore(meeting.scheduled()) ? meeting.scheduled() : latest;
        return complete.isAfter(asked) ? asked : null;
    }
}
