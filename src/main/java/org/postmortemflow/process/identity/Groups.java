package org.postmortemflow.process.identity;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Pool;
import org.postmortemflow.people.Team;
import org.postmortemflow.shared.PersonId;

/** The engine's groups, as the organisation file has them. */
final class Groups {

    /** Everybody: without any group a person's Tasklist could not ask for "my groups' tasks". */
    static final String EVERYONE = "everyone";

    /** The engine's own name for those who may do everything. */
    static final String ADMINISTRATORS = org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN;

    private static final String TEAM = "team-";
    private static final String SYSTEM = "SYSTEM";
    private static final String POOL = "POOL";

    /** @param type a word for administrators only: where the group comes from */
    record Group(String id, String name, String type, List<String> members) {

        boolean givesRights() {
            return type.equals(SYSTEM) || type.equals(POOL);
        }
    }

    private Groups() {}

    static List<Group> of(Organisation organisation) {
        return Stream.of(
                        Stream.of(everyone(organisation), administrators(organisation)),
                        Stream.of(Pool.values()).map(pool -> pool(organisation, pool)),
                        organisation.teams().stream().map(Groups::team))
                .flatMap(groups -> groups)
                .toList();
    }

    private static Group everyone(Organisation organisation) {
        return new Group(EVERYONE, "Everyone", "ORGANISATION", ids(organisation.persons()));
    }

    private static Group administrators(Organisation organisation) {
        List<Person> administrators = organisation.persons().stream()
                .filter(person -> organisation.isAdministrator(person.id()))
                .toList();
        return new Group(ADMINISTRATORS, "Administrators", SYSTEM, ids(administrators));
    }

    private static Group pool(Organisation organisation, Pool pool) {
        return new Group(pool.key(), pool.label(), POOL, ids(organisation.pool(pool)));
    }

    private static Group team(Team team) {
        List<String> members =
                team.members().stream().map(PersonId::value).distinct().toList();
        return new Group(TEAM + team.id(), team.name(), "TEAM", members);
    }

    private static List<String> ids(Collection<Person> persons) {
        return persons.stream().map(person -> person.id().value()).distinct().toList();
    }
}
