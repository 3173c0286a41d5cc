package org.postmortemflow.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.incident.Incident;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.meeting.Meeting;
import org.postmortemflow.ownership.Owners.Ownership;
import org.postmortemflow.sla.DeadlineKind;

/**
 * Everything that is known of where a postmortem stands. All instants are UTC.
 *
 * @param owner null until one is designated
 * @param ownerName the owner's name, for people; null until one is designated
 * @param meeting null until it is scheduled; also there when it was cancelled
 * @param steps in the order in which they were opened; a step that was sent back appears again
 * @param history oldest first
 * @param deadlines in the order of the process; none of those that were imported
 * @param missed whether a deadline is missed that is not met or excused since, while the postmortem is open
 * @param turns whose turn it is: the open steps, the earliest due first
 */
public record PostmortemOverview(
        Postmortem postmortem,
        Incident incident,
        @Nullable Ownership owner,
        @Nullable String ownerName,
        @Nullable Meeting meeting,
        List<StepState> steps,
        List<History.Entry> history,
        List<Turn> turns,
        List<StoredDeadline> deadlines,
        boolean missed) {

    /** Whether any open step is late, or another deadline is missed. */
    public boolean late() {
        return missed || turns.stream().anyMatch(Turn::late);
    }

    /** Whose turn it is, by due time. */
    public List<DueGroup> turnsByDue() {
        return DueGroup.of(turns);
    }

    /** The deadline of a meeting that was or will be held after it, unless that is excused (R9). */
    public @Nullable StoredDeadline lateMeeting() {
        return deadlines.stream()
                .filter(one -> one.kind() == DeadlineKind.MEETING_HELD && one.excuse() == null)
                .filter(one -> one.isPlannedLate() || one.breachedAt() != null && one.endedAt() == null)
                .findFirst()
                .orElse(null);
    }
}
