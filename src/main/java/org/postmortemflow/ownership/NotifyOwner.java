package org.postmortemflow.ownership;

import java.util.List;
import java.util.Map;
import org.postmortemflow.incident.Incident;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.ownership.Owners.Ownership;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.sla.Deadline;
import org.postmortemflow.sla.DeadlineInputs;
import org.postmortemflow.sla.Deadlines;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the current owner directly that the postmortem is theirs (R2), and that this is no punishment (R3). */
@Component
public class NotifyOwner {

    private final Owners owners;
    private final Postmortems postmortems;
    private final Incidents incidents;
    private final Organisation organisation;
    private final Deadlines deadlines;
    private final OrganisationTime time;
    private final Links links;
    private final Outbox outbox;

    NotifyOwner(
            Owners owners,
            Postmortems postmortems,
            Incidents incidents,
            Organisation organisation,
            Deadlines deadlines,
            OrganisationTime time,
            Links links,
            Outbox outbox) {
        this.owners = owners;
        this.postmortems = postmortems;
        this.incidents = incidents;
        this.organisation = organisation;
        this.deadlines = deadlines;
        this.time = time;
        this.links = links;
        this.outbox = outbox;
    }

    /**
     * Writes the mail down; the same owner is told once.
     *
     * @throws IllegalStateException when the owner has left the organisation file: for an operator to see
     */
    @Transactional
    public void notify(PostmortemId id) {
        List<Ownership> ownerships = owners.all(id);
        Person owner = organisation
                .person(ownerships.get(ownerships.size() - 1).owner())
                .orElseThrow(
                        () -> new IllegalStateException("The owner of " + id + " is not in the organisation file"));
        Postmortem postmortem = postmortems.get(id);
        Incident incident = incidents.get(postmortem.incidentId());
        Deadline meeting = deadlines.meetingMustStartBefore(DeadlineInputs.atFirst(
                postmortem.severity(), postmortem.clockStart(), incident.startedAt(), incident.services()));
        outbox.write(new Mail(
                id,
                "owner-designated",
                String.valueOf(ownerships.size()),
                new Mail.Recipient(owner.id(), owner.name(), owner.email()),
                Map.of(
                        "title", postmortem.title(),
                        "severity",
                                postmortem.severity() == null
                                        ? "severity not known yet"
                                        : postmortem.severity().label(),
                        "personName", owner.name(),
                        "link", links.postmortem(id),
                        "due", time.show(meeting.at()) + " (" + meeting.because() + ")"),
                null));
    }
}
