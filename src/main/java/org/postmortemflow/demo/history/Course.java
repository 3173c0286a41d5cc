package org.postmortemflow.demo.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Step;

/**
 * What becomes of a postmortem from beginning to end; whoever writes it down leaves out what is still to come. Instants are UTC.
 *
 * @param work each time a step is to be done, in order
 * @param verdicts in order; all but the last ask for changes
 * @param meeting null when it ends before there is one
 * @param postedAt when customers were told; null when they are not
 */
record Course(
        Instant opened,
        List<Work> work,
        List<Verdict> verdicts,
        @Nullable Meeting meeting,
        @Nullable Instant postedAt,
        End end) {

    /** @param by null when it was no longer to be done at {@code done} */
    record Work(
            Step step,
            Instant opened,
            Instant done,
            @Nullable PersonId by) {}

    /** @param toRevise the steps asked for again; empty when it approves */
    record Verdict(Instant at, boolean approved, String comments, List<Step> toRevise) {}

    /** @param lateReason why it was set after its deadline; null when it was not */
    record Meeting(
            Instant scheduled,
            Instant start,
            Duration length,
            Instant held,
            @Nullable String lateReason,
            @Nullable String excuse) {}

    /** @param by null when the process did it; {@code reason} null for Closed */
    record End(
            Status status,
            Instant at,
            @Nullable String reason,
            @Nullable PersonId by) {}

    /** When a step was done for the first time. */
    Optional<Instant> firstDone(Step step) {
        return work.stream()
                .filter(one -> one.step() == step && one.by() != null)
                .map(Work::done)
                .findFirst();
    }

    /** When all was written for the first time. */
    Optional<Instant> complete() {
        return work.stream()
                .filter(one -> one.step() == Step.REVIEW_POSTMORTEM)
                .map(Work::opened)
                .findFirst();
    }
}
