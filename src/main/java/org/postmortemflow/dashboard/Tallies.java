package org.postmortemflow.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.sla.DeadlineKind;

/**
 * What figures count of a postmortem besides its own course.
 *
 * @param reviews how long each review took, to the second, the first one first
 * @param missed its missed deadlines, one each
 * @param reasonAt when somebody last gave a reason for a missed deadline; null without one
 * @param declinedAt when one of its follow-ups that stand as declined was last decided on; null without one
 * @param answers one for each follow-up, in their order
 */
public record Tallies(
        List<Duration> reviews,
        List<Missed> missed,
        @Nullable Instant reasonAt,
        @Nullable Instant declinedAt,
        List<Answer> answers) {

    /** Of a postmortem without any. */
    public static final Tallies NONE = new Tallies(List.of(), List.of(), null, null, List.of());

    /** A deadline that was missed. */
    public record Missed(DeadlineKind kind, boolean excused) {}

    /** What a follow-up says of its incident. @param factor as it was typed; empty without one */
    public record Answer(FollowUp.Kind kind, FollowUp.State state, String factor) {}
}
