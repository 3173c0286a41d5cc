package org.postmortemflow.dashboard.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.PostmortemFact.Next;
import org.postmortemflow.dashboard.Tallies.Missed;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.sla.DeadlineKind;

/** What a fact takes from the deadlines of its postmortem. */
record DeadlinesOfRecord(List<StoredDeadline> all) {

    /** What is told of the meeting's deadline; null without one, or when it has nothing to tell. */
    <T> @Nullable T ofMeeting(Function<StoredDeadline, @Nullable T> told) {
        return of(DeadlineKind.MEETING_HELD).findFirst().map(told).orElse(null);
    }

    @Nullable
    Instant writtenAt() {
        return of(DeadlineKind.CONTENT_COMPLETE)
                .flatMap(one -> Stream.ofNullable(one.metAt()))
                .findFirst()
                .orElse(null);
    }

    /** A meeting that is to begin in time is nothing that is still to be done for its deadline. */
    @Nullable
    Next next() {
        return all.stream()
                .filter(one -> one.isOpen() && one.excuse() == null)
                .filter(one -> one.expectedAt() == null || one.isPlannedLate())
                .min(Comparator.comparing(StoredDeadline::lateFrom)
                        .thenComparing(StoredDeadline::kind)
                        .thenComparing(StoredDeadline::subject))
                .map(one -> new Next(one.kind(), one.due(), one.lateFrom(), one.because()))
                .orElse(null);
    }

    List<Missed> missed() {
        return breached()
                .map(one -> new Missed(one.kind(), one.excuse() != null))
                .toList();
    }

    /** When somebody last said why one was missed. */
    @Nullable
    Instant reasonAt() {
        return breached()
                .flatMap(one ->
                        Optional.ofNullable(one.excuse()).or(() -> Optional.ofNullable(one.lateReason())).stream())
                .map(StoredDeadline.Word::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    int followUpsInTime() {
        return (int) of(DeadlineKind.FOLLOW_UP_DONE)
                .filter(one -> one.metAt() != null && one.metAt().isBefore(one.due()))
                .count();
    }

    /** Of those that are open, the first one first. */
    List<Instant> followUpsDue() {
        return of(DeadlineKind.FOLLOW_UP_DONE)
                .filter(StoredDeadline::isOpen)
                .map(StoredDeadline::due)
                .sorted()
                .toList();
    }

    private Stream<StoredDeadline> breached() {
        return all.stream().filter(one -> one.breachedAt() != null);
    }

    private Stream<StoredDeadline> of(DeadlineKind kind) {
        return all.stream().filter(one -> one.kind() == kind);
    }
}
