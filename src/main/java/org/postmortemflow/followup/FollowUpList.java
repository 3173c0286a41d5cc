package org.postmortemflow.followup;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** Follow-ups of all postmortems but those that were waived or cancelled. */
public interface FollowUpList {

    /** Every one that is not done, of everybody, the earliest due first: for those who watch over them (R22). */
    Stream<Listed> open();

    /** The next ones by due date, after {@code after} if it is given. */
    List<Listed> next(Filter filter, @Nullable Place after, int most);

    /** A page of them. */
    List<Listed> page(Filter filter, Order order, long offset, int most);

    long count(Filter filter);

    /** How many are open and overdue in each team, the most overdue first. */
    List<Load> loads(Filter filter);

    /** Those that were declined in other postmortems whose incidents touched a service of this one's, the latest first. */
    List<Listed> declinedOnSameServices(PostmortemId id, int most);

    /** @param postmortemTitle of the postmortem that it belongs to */
    record Listed(FollowUp followUp, String postmortemTitle, Place place) {}

    /** Where a follow-up stands among all by due date; the next ones come after it. */
    record Place(Instant at, UUID id) {}

    /** @param team null for those without one */
    record Load(@Nullable String team, long open, long overdue) {}

    /** How a page is sorted. */
    enum Order {
        DUE,
        AGE,
        TEAM
    }

    /**
     * Which ones; what is null or empty does not matter.
     *
     * @param team a team's id; empty text for those without a team
     * @param overdueAt only those that are open and overdue at this instant
     * @param readable what the reader may read; null for whoever reads everything
     */
    record Filter(
            @Nullable String team,
            @Nullable String priority,
            @Nullable Kind kind,
            Set<State> states,
            @Nullable PersonId assignee,
            @Nullable Instant overdueAt,
            @Nullable Readable readable) {

        /** Open ones of everybody. */
        public static final Filter OPEN =
                new Filter(null, null, null, Set.of(State.OPEN, State.IN_PROGRESS), null, null, null);

        /** The same whatever their state is. */
        public Filter ofAnyState() {
            return new Filter(team, priority, kind, Set.of(), assignee, overdueAt, readable);
        }
    }
}
