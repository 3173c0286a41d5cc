package org.postmortemflow.dashboard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.sla.DeadlineKind;

/**
 * What lists and figures know of a postmortem. All instants are UTC, to the microsecond.
 *
 * @param team of the first affected service that the organisation knows; empty without one
 * @param services ids of the organisation's services, or names of services it does not know
 * @param owner the present one; {@code commander} the incident's
 * @param isPrivate whether only its readers may see that it is there
 * @param importedAt when it was taken over from elsewhere; null for those made here
 * @param clockStart where deadlines count from; a figure belongs to its month in the organisation's zone
 * @param openedAt when it was opened here
 * @param endReason why it was cancelled or waived by hand
 * @param tallies what is counted of its steps, deadlines and follow-ups
 * @param next what is to be done first of all that is still to be done; null when nothing is
 */
public record PostmortemFact(
        PostmortemId id,
        String title,
        Status status,
        @Nullable Severity severity,
        String team,
        List<String> services,
        @Nullable PersonId owner,
        @Nullable PersonId commander,
        boolean isPrivate,
        @Nullable Instant importedAt,
        Instant clockStart,
        Instant openedAt,
        @Nullable String endReason,
        Course course,
        Progress progress,
        Meeting meeting,
        @Nullable Next next,
        FollowUps followUps,
        Tallies tallies) {

    /** The incident itself: as the timeline tells it, else as it was reported. */
    public record Course(
            @Nullable Instant startedAt,
            @Nullable Instant detectedAt,
            Detection detection,
            @Nullable Instant mitigatedAt,
            @Nullable Instant resolvedAt) {}

    /**
     * How far it came.
     *
     * @param ownerAt when it had an owner first
     * @param writtenAt when its content was complete first
     * @param reviewedAt when it became Reviewed
     * @param closedAt when it became Closed, Waived or Cancelled
     * @param sentBack how often a review asked for changes
     */
    public record Progress(
            @Nullable Instant ownerAt,
            @Nullable Instant writtenAt,
            @Nullable Instant reviewedAt,
            @Nullable Instant closedAt,
            int sentBack) {}

    /**
     * Its meeting and what R9 asks of that.
     *
     * @param start null while none is planned, or when it was called off
     * @param heldAt when it was recorded as held
     * @param due the first instant that is too late; null while there is no such deadline
     * @param lateReason why it was set late; {@code excuse} why that is fine
     */
    public record Meeting(
            @Nullable Instant start,
            @Nullable Instant heldAt,
            @Nullable Instant due,
            @Nullable String lateReason,
            @Nullable String excuse) {

        /** Whether it was held, and began before it was due (R9). */
        public boolean inTime() {
            return heldAt != null && start != null && due != null && start.isBefore(due);
        }

        /** Whether it was held too late, or was not held and cannot be in time any more. */
        public boolean missed(Instant now) {
            if (due == null || inTime()) {
                return false;
            }
            boolean planned = heldAt == null && start != null && start.isBefore(due);
            return heldAt != null || !planned && !now.isBefore(due);
        }

        /** Whether it is planned for a time that is too late. */
        public boolean plannedLate() {
            return heldAt == null && start != null && due != null && !start.isBefore(due);
        }
    }

    /** @param lateFrom from then on it is late; {@code because} says to people how {@code due} came about */
    public record Next(DeadlineKind kind, Instant due, Instant lateFrom, String because) {

        public boolean isLate(Instant now) {
            return !now.isBefore(lateFrom);
        }
    }

    /**
     * How many follow-ups it has.
     *
     * @param open neither done nor declined
     * @param doneInTime among those done (R22)
     * @param nextDue when the first of the open ones is due
     */
    public record FollowUps(
            int open,
            int done,
            int doneInTime,
            int declined,
            @Nullable Instant nextDue) {

        /** Those that were decided to be done, done or not. */
        public int wanted() {
            return open + done;
        }
    }

    /** Whether something is late now. */
    public boolean isLate(Instant now) {
        return next != null && next.isLate(now);
    }
}
