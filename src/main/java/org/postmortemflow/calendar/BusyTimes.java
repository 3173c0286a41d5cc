package org.postmortemflow.calendar;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** What else takes place while a meeting could, as far as one calendar knows. */
public interface BusyTimes {

    /**
     * @param persons whose time matters
     * @param exceptOf the postmortem whose meeting is planned: its own does not stand in the way
     */
    List<Busy> between(Instant from, Instant to, Collection<PersonId> persons, PostmortemId exceptOf);

    /**
     * @param end exclusive
     * @param persons those of the asked who are there; none for a meeting on the shared calendar that concerns others
     */
    record Busy(Instant start, Instant end, Set<PersonId> persons) {

        public boolean overlaps(Instant from, Instant to) {
            return start.isBefore(to) && end.isAfter(from);
        }
    }
}
