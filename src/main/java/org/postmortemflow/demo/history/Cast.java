package org.postmortemflow.demo.history;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Pool;
import org.postmortemflow.people.Service;
import org.postmortemflow.people.Team;
import org.postmortemflow.shared.PersonId;

/**
 * Who does what in one incident and its postmortem.
 *
 * @param owner has stabilised the service
 * @param team that of the first service
 */
record Cast(
        List<Service> services,
        Team team,
        PersonId commander,
        PersonId owner,
        @Nullable PersonId scribe,
        PersonId liaison,
        PersonId reviewer,
        PersonId facilitator,
        PersonId support) {

    /** The same persons for the same chance; whoever is needed and missing in a small organisation is somebody else of it. */
    static Cast of(Organisation organisation, List<Service> services, Chance chance) {
        Team team = organisation.team(services.get(0).teamId()).orElseThrow();
        PersonId owner = chance.pick(team.members());
        PersonId commander = other(organisation.pool(Pool.INCIDENT_COMMANDERS), chance, owner);
        // who took part does not facilitate (R13)
        PersonId facilitator = other(organisation.pool(Pool.FACILITATORS), chance, owner, commander);
        PersonId scribe = other(List.copyOf(organisation.persons()), chance, owner, commander, facilitator);
        PersonId liaison = other(organisation.pool(Pool.CUSTOMER_SUPPORT), chance, owner, commander, facilitator);
        PersonId reviewer = other(organisation.pool(Pool.REVIEWERS), chance, owner);
        PersonId support = other(organisation.pool(Pool.CUSTOMER_SUPPORT), chance);
        boolean named = chance.of(0.8) && isEngineer(organisation, scribe);
        return new Cast(
                services, team, commander, owner, named ? scribe : null, liaison, reviewer, facilitator, support);
    }

    PersonId engineeringManager() {
        return Objects.requireNonNullElse(team.engineeringManager(), commander);
    }

    PersonId director() {
        return Objects.requireNonNullElse(team.director(), commander);
    }

    PersonId timelineBy() {
        return scribe == null ? owner : scribe;
    }

    /** By id, in order. */
    List<String> serviceIds() {
        return services.stream().map(Service::id).toList();
    }

    private static boolean isEngineer(Organisation organisation, PersonId person) {
        return !organisation.teamsOf(person).isEmpty();
    }

    private static PersonId other(List<Person> from, Chance chance, PersonId... taken) {
        List<PersonId> all = from.stream().map(Person::id).toList();
        List<PersonId> free = all.stream()
                .filter(one -> Stream.of(taken).noneMatch(one::equals))
                .toList();
        return free.isEmpty() ? (all.isEmpty() ? taken[0] : chance.pick(all)) : chance.pick(free);
    }
}
