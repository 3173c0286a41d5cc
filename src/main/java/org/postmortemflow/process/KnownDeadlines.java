package org.postmortemflow.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postmortemflow.deadline.KnownInputs;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.meeting.Meeting;
import org.postmortemflow.meeting.Meetings;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.ownership.Owners.Ownership;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.Deadline;
import org.postmortemflow.sla.Deadlines;
import org.springframework.stereotype.Component;

/** Computes a postmortem's deadlines from what the rooms know of it now. */
@Component
public class KnownDeadlines {

    private final Postmortems postmortems;
    private final KnownInputs inputs;
    private final Owners owners;
    private final Meetings meetings;
    private final Deadlines deadlines;

    KnownDeadlines(Postmortems postmortems, KnownInputs inputs, Owners owners, Meetings meetings, Deadlines deadlines) {
        this.postmortems = postmortems;
        this.inputs = inputs;
        this.owners = owners;
        this.meetings = meetings;
        this.deadlines = deadlines;
    }

    /** Steps whose inputs are not known yet are left out. A hand-over does not restart what counts from the first owner. */
    public Map<Step, Deadline> of(PostmortemId id) {
        return of(postmortems.get(id), owners.all(id), meetings.of(id));
    }

    /** The same for a caller who has read these already. */
    Map<Step, Deadline> of(Postmortem postmortem, List<Ownership> ownerships, Optional<Meeting> meeting) {
        return deadlines.of(inputs.of(postmortem, ownerships, meeting));
    }

    /** When reviewers get the link, complete or not (R26); empty before the meeting is scheduled. */
    Optional<Instant> reviewRequest(Optional<Meeting> meeting) {
        return meeting.filter(one -> !one.cancelled()).map(Meeting::start).map(deadlines::reviewIsAskedAt);
    }
}
