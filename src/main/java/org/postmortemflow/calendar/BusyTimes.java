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
    Known between(Instant from, Instant to, Collection<PersonId> persons, PostmortemId exceptOf);

    /**
     * What a calendar could tell.
     *
     * @param read those of the asked whose own calendars it looked at
     * @param unread those of the asked who have one that could not be read now
     */
    record Known(List<Busy> busy, Set<PersonId> read, Set<PersonId> unread) {}

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
