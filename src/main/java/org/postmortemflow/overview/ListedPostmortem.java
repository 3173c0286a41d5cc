package org.postmortemflow.overview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.sla.DeadlineKind;

/**
 * A postmortem in a list. All instants are UTC.
 *
 * @param team empty when no affected service is known
 * @param services ids, or names of services that the organisation does not know
 * @param next what is to be done first; null when nothing is
 * @param lateMeeting null unless the meeting is or was after its deadline, and that is not excused
 * @param openSteps the earliest due first
 */
public record ListedPostmortem(
        PostmortemId id,
        String title,
        Status status,
        @Nullable Severity severity,
        String team,
        List<String> services,
        @Nullable PersonId owner,
        @Nullable PersonId commander,
        boolean isPrivate,
        Instant clockStart,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String endReason,
        @Nullable Next next,
        @Nullable LateMeeting lateMeeting,
        Instant urgency,
        List<StepState> openSteps) {

    /** @param late whether its time is over */
    public record Next(DeadlineKind kind, Instant due, String because, boolean late) {}

    /** @param start null while none is planned. @param reason null when none was given */
    public record LateMeeting(
            @Nullable Instant start, Instant due, @Nullable String reason) {}

    public boolean late() {
        return next != null && next.late();
    }

    Place place(ListOrder order) {
        return new Place(order == ListOrder.DUE ? urgency : openedAt, id);
    }

    ListedPostmortem with(List<StepState> steps) {
        return new ListedPostmortem(
                id,
                title,
                status,
                severity,
                team,
                services,
                owner,
                commander,
                isPrivate,
                clockStart,
                openedAt,
                closedAt,
                endReason,
                next,
                lateMeeting,
                urgency,
                steps);
    }
}
