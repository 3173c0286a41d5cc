package org.postmortemflow.overview;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;

/** Reads parts of lists. What the reader may not read is neither shown nor counted. */
public interface ListRecords {

    /** The next ones, without their steps. */
    List<ListedPostmortem> list(
            ListFilter filter, Readable readable, ListOrder order, @Nullable Place after, int most, Instant now);

    /** How many there are, {@code most} at most. */
    long count(ListFilter filter, Readable readable, int most, Instant now);

    /** The open steps of these, the earliest due first. */
    Map<PostmortemId, List<StepState>> openSteps(Collection<PostmortemId> ids);

    /** How many are open in each status, and how many of them are late. */
    Map<Status, Amount> byStatus(Readable readable, Instant now);

    /** In how many postmortems each step is open. */
    Map<Step, Long> bySteps(Readable readable);

    /**
     * The open steps that wait for a person: those that name them first, then those of their pools, the earliest due first.
     * Nobody reviews what they own (R5).
     */
    Turns turns(PersonId person, Set<String> pools, Readable readable, int most);

    /** Some of a status. */
    record Amount(long all, long late) {}

    /** @param all how many there are in all */
    record Turns(List<Mine> first, long all) {}

    /** An open step of somebody, with its postmortem. */
    record Mine(StepState step, String title, @Nullable Severity severity) {}
}
