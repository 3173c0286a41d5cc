package org.postmortemflow.meeting;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.incident.Responder;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Pool;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** Who can lead the meeting: of the pool, without an active part in the incident (R13), work spread among them (R28). */
@Component
class Facilitators {

    private final Organisation organisation;
    private final Incidents incidents;
    private final Owners owners;
    private final MeetingRecords meetings;
    private final Clock clock;

    Facilitators(Organisation organisation, Incidents incidents, Owners owners, MeetingRecords meetings, Clock clock) {
        this.organisation = organisation;
        this.incidents = incidents;
        this.owners = owners;
        this.meetings = meetings;
        this.clock = clock;
    }

    /** Those with the fewest meetings ahead first. */
    List<Facilitator> of(PostmortemId id) {
        Map<PersonId, Integer> ahead = meetings.facilitations(clock.instant());
        Set<PersonId> involved = Stream.concat(
                        incidents.of(id).responders().stream()
                                .map(Responder::person)
                                .filter(Objects::nonNull),
                        owners.all(id).stream().map(Owners.Ownership::owner))
                .collect(Collectors.toSet());
        return organisation.pool(Pool.FACILITATORS).stream()
                .filter(person -> !involved.contains(person.id()))
                .map(person -> new Facilitator(person, ahead.getOrDefault(person.id(), 0)))
                .sorted(Comparator.comparingInt(Facilitator::meetingsAhead))
                .toList();
    }

    /** @param meetingsAhead how many they are to facilitate already */
    record Facilitator(Person person, int meetingsAhead) {

        Meeting.Attendee asAttendee() {
            return new Meeting.Attendee(person.id(), person.name(), person.email(), true, "facilitator", null);
        }
    }
}
