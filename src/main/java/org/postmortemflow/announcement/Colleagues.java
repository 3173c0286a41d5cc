package org.postmortemflow.announcement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.incident.Incident;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.incident.Responder;
import org.postmortemflow.notification.Mail.Recipient;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Service;
import org.postmortemflow.people.Team;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** Who in the organisation is told of a postmortem (R4, R24). Nobody is named twice. */
@Component
class Colleagues {

    private final Organisation organisation;
    private final Incidents incidents;
    private final FollowUps followUps;

    Colleagues(Organisation organisation, Incidents incidents, FollowUps followUps) {
        this.organisation = organisation;
        this.incidents = incidents;
        this.followUps = followUps;
    }

    /** Responders, the managers of the services' teams, and the organisation's internal addresses. */
    List<Recipient> stakeholders(PostmortemId id) {
        Incident incident = incidents.of(id);
        Stream<PersonId> responders = incident.responders().stream().map(Responder::person);
        Stream<PersonId> managers =
                teams(incident).stream().flatMap(team -> Stream.of(team.engineeringManager(), team.productManager()));
        return recipients(Stream.concat(responders, managers));
    }

    /** Stakeholders and everybody in the teams of the services and of the follow-ups. */
    List<Recipient> allTeamsInvolved(PostmortemId id) {
        Set<String> teamsToAct = followUps.teamsWithFollowUps(id);
        Stream<Team> teams = Stream.concat(
                teams(incidents.of(id)).stream(),
                teamsToAct.stream().flatMap(team -> organisation.team(team).stream()));
        Stream<PersonId> members = teams.flatMap(team -> team.members().stream());
        Stream<PersonId> known = stakeholders(id).stream().map(Recipient::person);
        return recipients(Stream.concat(known, members));
    }

    static Recipient recipient(Person person) {
        return new Recipient(person.id(), person.name(), person.email());
    }

    private List<Team> teams(Incident incident) {
        return incident.services().stream()
                .flatMap(service -> organisation.service(service).stream())
                .map(Service::teamId)
                .distinct()
                .flatMap(team -> organisation.team(team).stream())
                .toList();
    }

    private List<Recipient> recipients(Stream<PersonId> persons) {
        Map<String, Recipient> byAddress = new LinkedHashMap<>();
        persons.filter(Objects::nonNull)
                .flatMap(person -> organisation.person(person).stream())
                .map(Colleagues::recipient)
                .forEach(recipient -> byAddress.putIfAbsent(recipient.email(), recipient));
        organisation
                .internalAddresses()
                .forEach(address -> byAddress.putIfAbsent(address, new Recipient(null, "colleagues", address)));
        return List.copyOf(byAddress.values());
    }
}
