package org.postmortemflow.overview;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.overview.ListRecords.Amount;
import org.postmortemflow.overview.ListRecords.Turns;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.Pool;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of postmortems, part by part: however many there are, only what is shown is read. */
@Component
@Transactional(readOnly = true)
public class PostmortemLists {

    /** Counting further says nothing more to people. */
    public static final int MOST_COUNTED = 10_000;

    private final ListRecords records;
    private final Readership readership;
    private final Names names;
    private final Clock clock;

    PostmortemLists(ListRecords records, Readership readership, Names names, Clock clock) {
        this.records = records;
        this.readership = readership;
        this.names = names;
        this.clock = clock;
    }

    /** @param next where the next part begins; null at the end */
    public record Part(
            List<ListedPostmortem> postmortems, @Nullable Place next) {}

    /** How many are open in each status and in each step. */
    public record Standing(Map<Status, Amount> statuses, Map<Step, Long> steps) {}

    /** @param after where the part before ended; null to begin */
    public Part part(ListFilter filter, ListOrder order, @Nullable Place after, int most, PersonId reader) {
        Instant now = clock.instant();
        List<ListedPostmortem> found = records.list(filter, readership.readable(reader), order, after, most + 1, now);
        List<ListedPostmortem> shown = found.subList(0, Math.min(most, found.size()));
        Map<PostmortemId, List<StepState>> steps =
                records.openSteps(shown.stream().map(ListedPostmortem::id).toList());
        return new Part(
                shown.stream()
                        .map(one -> one.with(steps.getOrDefault(one.id(), List.of())))
                        .toList(),
                found.size() > most ? shown.get(most - 1).place(order) : null);
    }

    /** One more than {@link #MOST_COUNTED} stands for all above. */
    public long count(ListFilter filter, PersonId reader) {
        return records.count(filter, readership.readable(reader), MOST_COUNTED + 1, clock.instant());
    }

    public Standing standing(PersonId reader) {
        return new Standing(
                records.byStatus(readership.readable(reader), clock.instant()),
                records.bySteps(readership.readable(reader)));
    }

    /** What waits for the person. */
    public Turns turnsOf(PersonId person, int most) {
        Set<String> pools = Arrays.stream(Pool.values())
                .map(Pool::key)
                .filter(pool -> names.isIn(pool, person))
                .collect(Collectors.toSet());
        return records.turns(person, pools, readership.readable(person), most);
    }
}
