package org.postmortemflow.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.domain.Share;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.sla.DeadlineKind;

/** What the figures of promises are counted from; of postmortems made here, private ones included. */
public interface PromiseRecords {

    /** The oldest first. */
    List<Case> cases(FactFilter filter);

    /** How often each deadline was missed, in the order of the process. */
    Map<DeadlineKind, Missed> missed(FactFilter filter);

    /** Some of the reasons that people gave for missed deadlines, the newest first. */
    List<Word> reasons(FactFilter filter, int most);

    /** How often each rung was told, the lowest first. */
    Map<Integer, Integer> escalations(FactFilter filter);

    /** How long each review took. */
    List<Duration> reviews(FactFilter filter);

    /** How many follow-ups of these postmortems stand as declined. */
    int countDeclined(FactFilter filter);

    /** Some of them, the newest first. */
    List<Word> declined(FactFilter filter, int most);

    /** Of the required readers of Closed postmortems, those who have read it. */
    Share acknowledged(FactFilter filter);

    /** How many follow-ups are due before now and still open, of these postmortems. */
    int overdue(FactFilter filter, Instant now);

    /**
     * How many follow-ups were opened, and how many ended, from each instant to the next; whatever the postmortem's month.
     *
     * @param borders n + 1 instants for n periods
     */
    Changes followUps(FactFilter filter, List<Instant> borders);

    /** What is needed of one postmortem. */
    record Case(
            PostmortemId id,
            String title,
            Status status,
            @Nullable Severity severity,
            String team,
            boolean isPrivate,
            Instant clockStart,
            @Nullable Instant ownerAt,
            PostmortemFact.Meeting meeting,
            @Nullable Instant reviewedAt,
            @Nullable Instant closedAt,
            int followUpsDone,
            int followUpsDoneInTime) {}

    /** @param excused among {@code all} */
    record Missed(int all, int excused) {}

    /**
     * What somebody wrote, and about what.
     *
     * @param about for people, for example {@code Meeting held}
     */
    record Word(PostmortemId postmortem, String title, String about, String reason) {}

    /** @param openBefore how many were open at the first border */
    record Changes(int openBefore, List<Integer> opened, List<Integer> ended) {}
}
