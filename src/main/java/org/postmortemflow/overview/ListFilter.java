package org.postmortemflow.overview;

import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.FactFilter;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;

/**
 * Which postmortems are listed. An empty set leaves nothing out.
 *
 * @param from the first month of the resolution, in the organisation's zone; null for all before {@code to}
 * @param to the last month, inclusive; null for all after {@code from}
 * @param teams ids; the empty text stands for postmortems without a team
 * @param services ids, or names of services that the organisation does not know
 * @param persons who own it, command its incident, or have an open step of it
 * @param steps that are open
 * @param late only those with a deadline that is missed and still to be met
 */
public record ListFilter(
        @Nullable YearMonth from,
        @Nullable YearMonth to,
        Set<String> teams,
        Set<String> services,
        Set<Severity> severities,
        Set<PersonId> persons,
        Set<Status> statuses,
        Set<Step> steps,
        boolean late) {

    /** The statuses in which something is still to be done. */
    public static final Set<Status> OPEN = Set.copyOf(EnumSet.of(Status.DRAFT, Status.IN_REVIEW, Status.REVIEWED));

    /** Leaves nothing out. */
    public static final ListFilter ALL =
            new ListFilter(null, null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);

    /** What the facts alone tell. */
    public FactFilter facts() {
        return new FactFilter(from, to, teams, services, severities, persons, statuses);
    }

    /** The same with these statuses. */
    public ListFilter in(Set<Status> others) {
        return new ListFilter(from, to, teams, services, severities, persons, others, steps, late);
    }

    /** The same for one person. */
    public ListFilter of(PersonId person) {
        return new ListFilter(from, to, teams, services, severities, Set.of(person), statuses, steps, late);
    }
}
