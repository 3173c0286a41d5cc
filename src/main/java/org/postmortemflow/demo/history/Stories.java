package org.postmortemflow.demo.history;

import java.time.Instant;
import java.util.List;
import org.postmortemflow.demo.history.Content.Planned;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Service;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.sla.BusinessHours;
import org.postmortemflow.sla.Deadlines;

/** Tells what happened in an organisation over months; the same months give the same stories. */
final class Stories {

    private final Organisation organisation;
    private final Occurrences occurrences;
    private final Director director;
    private final FollowUpPlans followUps;

    Stories(Organisation organisation, Deadlines deadlines, BusinessHours hours) {
        this.organisation = organisation;
        this.occurrences = new Occurrences(organisation);
        this.director = new Director(deadlines, hours);
        this.followUps = new FollowUpPlans(organisation);
    }

    /** Of incidents that were resolved before the instant, oldest first; what comes after it is told as well. */
    List<Story> before(Instant now, int months, int perMonth) {
        return occurrences.before(now, months, perMonth).stream()
                .map(this::tell)
                .toList();
    }

    private Story tell(Occurrence what) {
        Chance chance = new Chance(31L * what.key().hashCode());
        List<Service> services = what.services().stream()
                .flatMap(service -> organisation.service(service).stream())
                .toList();
        Cast cast = Cast.of(organisation, services, chance);
        Course course = director.course(what, cast, chance);
        List<Planned> planned = followUps.of(what, cast, course, chance);
        Content content = new Content(
                Content.sections(what, planned, chance),
                Content.timeline(what, chance),
                planned,
                Content.message(what, planned));
        return new Story(new PostmortemId(chance.id()), chance.id(), what, cast, course, content);
    }
}
