package org.postmortemflow.people;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.springframework.stereotype.Component;

/** Names of persons and pools, for people to read. */
@Component("names")
public class Names {

    private final Organisation organisation;

    Names(Organisation organisation) {
        this.organisation = organisation;
    }

    /** The person's name, or the pseudonym or id of someone who has left the organisation file. */
    public String of(PersonId id) {
        return organisation
                .person(id)
                .map(Person::name)
                .or(() -> Pseudonym.nameOf(id))
                .orElse(id.value());
    }

    /** Whose turn it is: the person, else the pool, else nobody yet. */
    public String of(@Nullable PersonId assignee, @Nullable String poolKey) {
        if (assignee != null) {
            return of(assignee);
        }
        return poolOf(poolKey).map(Pool::label).orElse(poolKey == null ? "Nobody yet" : poolKey);
    }

    /** The team's name, or the id of one that has left the organisation file. */
    public String team(String id) {
        return organisation.team(id).map(Team::name).orElse(id);
    }

    /** The service's name; one that the organisation does not know is called by what it was called. */
    public String service(String id) {
        return organisation.service(id).map(Service::name).orElse(id);
    }

    /** Whether the person belongs to the pool with this key. */
    public boolean isIn(@Nullable String poolKey, PersonId person) {
        return poolOf(poolKey).stream()
                .flatMap(pool -> organisation.pool(pool).stream())
                .anyMatch(member -> member.id().equals(person));
    }

    private static Optional<Pool> poolOf(@Nullable String key) {
        return Arrays.stream(Pool.values())
                .filter(pool -> pool.key().equals(key))
                .findFirst();
    }
}
