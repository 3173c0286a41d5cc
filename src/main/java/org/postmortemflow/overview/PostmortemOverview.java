package org.postmortemflow.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.incident.Incident;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.meeting.Meeting;
import org.postmortemflow.ownership.Owners.Ownership;

/**
 * Everything that is known of where a postmortem stands. All instants are UTC.
 *
 * @param owner null until one is designated
 * @param ownerName the owner's name, for people; null until one is designated
 * @param meeting null until it is scheduled; also there when it was cancelled
 * @param steps in the order in which they were opened; a step that was sent back appears again
 * @param history oldest first
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
        List<Turn> turns) {

    /** Whether any open step is late. */
    public boolean late() {
        return turns.stream().anyMatch(Turn::late);
    }
}
