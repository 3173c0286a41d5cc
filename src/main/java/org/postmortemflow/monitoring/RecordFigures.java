package org.postmortemflow.monitoring;

import java.time.Instant;
import java.util.Map;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.DeadlineKind;

/**
 * Counts of what is open, private postmortems included; what is not in a map is zero.
 *
 * @param open postmortems by status, of the statuses in which something is still to be done
 * @param steps steps that somebody has to do now
 * @param stepsOverdue those of them whose due time is over
 * @param deadlinesDue deadlines of open work that end within the next 24 hours
 * @param deadlinesBreached deadlines that were missed, not excused, and still matter because nothing was done
 */
public record RecordFigures(
        Map<Status, Long> open,
        Map<Step, Long> steps,
        Map<Step, Long> stepsOverdue,
        Map<DeadlineKind, Long> deadlinesDue,
        Map<DeadlineKind, Long> deadlinesBreached) {

    /** Where they are counted. */
    public interface Count {

        /** Three statements. */
        RecordFigures at(Instant now);
    }
}
