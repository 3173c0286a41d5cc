package org.postmortemflow.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.domain.Share;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.lifecycle.StepState.State;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.DeadlineKind;

/**
 * What figures count of a postmortem besides its own course.
 *
 * @param visits each time it came to a step, in their order
 * @param missed its missed deadlines, one each
 * @param reasonAt when somebody last gave a reason for a missed deadline; null without one
 * @param declinedAt when one of its follow-ups that stand as declined was last decided on; null without one
 * @param answers one for each follow-up, in their order
 * @param followUpsDue when each of its open follow-ups is due, the first one first
 * @param readers how many must read it, and how many of them have said so
 */
public record Tallies(
        List<Visit> visits,
        List<Missed> missed,
        @Nullable Instant reasonAt,
        @Nullable Instant declinedAt,
        List<Answer> answers,
        List<Instant> followUpsDue,
        Share readers) {

    /** Of a postmortem without any. */
    public static final Tallies NONE = new Tallies(List.of(), List.of(), null, null, List.of(), List.of(), Share.NONE);

    /** How long each review took that was given. */
    public List<Duration> reviews() {
        List<Duration> reviews = new ArrayList<>();
        for (Visit visit : visits) {
            if (visit.step() == Step.REVIEW_POSTMORTEM && visit.state() == State.DONE) {
                reviews.add(visit.stay(Instant.MAX));
            }
        }
        return reviews;
    }

    /** How many of its open follow-ups should have been done by then (R22). */
    public int followUpsOverdue(Instant now) {
        int overdue = 0;
        while (overdue < followUpsDue.size() && !followUpsDue.get(overdue).isAfter(now)) {
            overdue++;
        }
        return overdue;
    }

    /** A deadline that was missed. */
    public record Missed(DeadlineKind kind, boolean excused) {}

    /** What a follow-up says of its incident. @param factor as it was typed; empty without one */
    public record Answer(FollowUp.Kind kind, FollowUp.State state, String factor) {}
}
