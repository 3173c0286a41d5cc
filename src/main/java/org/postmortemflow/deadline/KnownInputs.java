package org.postmortemflow.deadline;

import java.util.List;
import java.util.Optional;
import org.postmortemflow.incident.Incident;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.meeting.Meeting;
import org.postmortemflow.ownership.Owners.Ownership;
import org.postmortemflow.sla.DeadlineInputs;
import org.springframework.stereotype.Component;

/** Gathers what deadlines are computed from. */
@Component
public class KnownInputs {

    private final Incidents incidents;

    KnownInputs(Incidents incidents) {
        this.incidents = incidents;
    }

    /**
     * A hand-over does not restart what counts from the first owner; a meeting that was called off does not count.
     *
     * @param ownerships oldest first
     */
    public DeadlineInputs of(Postmortem postmortem, List<Ownership> ownerships, Optional<Meeting> meeting) {
        Incident incident = incidents.get(postmortem.incidentId());
        Optional<Meeting> planned = meeting.filter(one -> !one.cancelled());
        return new DeadlineInputs(
                postmortem.severity(),
                postmortem.clockStart(),
                incident.startedAt(),
                incident.services(),
                ownerships.isEmpty() ? null : ownerships.get(0).since(),
                planned.map(Meeting::start).orElse(null),
                planned.map(Meeting::length).orElse(null),
                planned.map(Meeting::heldAt).orElse(null));
    }
}
