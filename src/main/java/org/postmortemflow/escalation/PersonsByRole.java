package org.postmortemflow.escalation;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.incident.Incident;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Pool;
import org.postmortemflow.people.Service;
import org.postmortemflow.people.Team;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** Finds the persons behind a role of the ladder; where nobody has it, the next who can act, so that no escalation goes unheard. */
@Component
class PersonsByRole {

    private final Organisation organisation;
    private final Incidents incidents;
    private final Owners owners;

    PersonsByRole(Organisation organisation, Incidents incidents, Owners owners) {
        this.organisation = organisation;
        this.incidents = incidents;
        this.owners = owners;
    }

    /** @throws IllegalArgumentException for a role that the ladder does not know */
    Told with(String role, PostmortemId id) {
        Incident incident = incidents.of(id);
        List<Person> found = persons(
                switch (role) {
                    case "owner" -> owners.current(id).map(Owners.Ownership::owner).stream();
                    case "incident-commander" -> incident.personWith(ResponderRole.INCIDENT_COMMANDER).stream();
                    case "customer-liaison" -> incident.personWith(ResponderRole.CUSTOMER_LIAISON).stream();
                    case "engineering-manager" -> ofTeams(id, incident, Team::engineeringManager);
                    case "director" -> ofTeams(id, incident, Team::director);
                    case "support-lead" ->
                        organisation.pool(Pool.SUPPORT_LEADS).stream().map(Person::id);
                    default -> throw new IllegalArgumentException("The ladder knows no role " + role);
                });
        String name = role.replace('-', ' ');
        return found.isEmpty()
                ? new Told(instead(role), "nobody here is known as " + name + ", and you can help")
                : new Told(found, "you act here as " + name);
    }

    /** @param reason why these persons are told, for them to read */
    record Told(List<Person> persons, String reason) {}

    private List<Person> instead(String role) {
        List<Person> pool = organisation.pool(
                switch (role) {
                    case "customer-liaison" -> Pool.CUSTOMER_SUPPORT;
                    case "engineering-manager", "director", "support-lead" -> Pool.MANAGERS;
                    default -> Pool.INCIDENT_COMMANDERS;
                });
        List<Person> managers = pool.isEmpty() ? organisation.pool(Pool.MANAGERS) : pool;
        return managers.isEmpty()
                ? organisation.persons().stream()
                        .filter(person -> organisation.isAdministrator(person.id()))
                        .toList()
                : managers;
    }

    private Stream<PersonId> ofTeams(PostmortemId id, Incident incident, Function<Team, @Nullable PersonId> role) {
        List<PersonId> found = incident.services().stream()
                .flatMap(service -> organisation.service(service).stream())
                .map(Service::teamId)
                .flatMap(team -> organisation.team(team).stream())
                .map(role)
                .filter(Objects::nonNull)
                .toList();
        return found.isEmpty()
                ? owners.current(id).stream()
                        .flatMap(ownership -> organisation.teamsOf(ownership.owner()).stream())
                        .map(role)
                : found.stream();
    }

    private List<Person> persons(Stream<PersonId> ids) {
        return ids.filter(Objects::nonNull)
                .distinct()
                .flatMap(person -> organisation.person(person).stream())
                .toList();
    }
}
