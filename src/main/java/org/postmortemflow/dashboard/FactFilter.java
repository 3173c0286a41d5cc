package org.postmortemflow.dashboard;

import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Severity;

/**
 * Which postmortems are looked at. An empty set leaves nothing out.
 *
 * @param from the first month of the resolution, in the organisation's zone; null for all before {@code to}
 * @param to the last month, inclusive; null for all after {@code from}
 * @param teams ids; the empty text stands for postmortems without a team
 * @param services ids, or names of services that the organisation does not know
 * @param persons who own it, command its incident, or have an open step of it
 */
public record FactFilter(
        @Nullable YearMonth from,
        @Nullable YearMonth to,
        Set<String> teams,
        Set<String> services,
        Set<Severity> severities,
        Set<PersonId> persons,
        Set<Status> statuses) {

    /** Leaves nothing out. */
    public static final FactFilter ALL = new FactFilter(null, null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /** Whether a fact of these months is looked at; persons are left to whoever knows the steps. */
    public boolean fits(PostmortemFact fact) {
        return (teams.isEmpty() || teams.contains(fact.team()))
                && (services.isEmpty() || fact.services().stream().anyMatch(services::contains))
                && (severities.isEmpty() || fact.severity() != null && severities.contains(fact.severity()))
                && (statuses.isEmpty() || statuses.contains(fact.status()));
    }

    /** The same for these months. */
    public FactFilter within(@Nullable YearMonth first, @Nullable YearMonth last) {
        return new FactFilter(first, last, teams, services, severities, persons, statuses);
    }

    /** The same for these statuses. */
    public FactFilter in(Set<Status> others) {
        return new FactFilter(from, to, teams, services, severities, persons, others);
    }

    /** The same for these teams. */
    public FactFilter of(Set<String> others) {
        return new FactFilter(from, to, others, services, severities, persons, statuses);
    }
}
