package org.postmortemflow.deadline;

import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUpsChanged;
import org.postmortemflow.lifecycle.StatusChanged;
import org.postmortemflow.meeting.MeetingTimeSet;
import org.postmortemflow.review.ReviewAsked;
import org.postmortemflow.shared.BeforeCommit;
import org.postmortemflow.shared.BeforeCommit.Turn;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Keeps the table in step with the record: whatever a transaction does to a postmortem, its deadlines are looked at once, at
 * the transaction's end and within it.
 */
@Component
public class RefreshDeadlines {

    private final BeforeCommit<Told> touched;

    RefreshDeadlines(DeadlineLedger ledger, PlatformTransactionManager transactions) {
        this.touched = new BeforeCommit<>("deadlines", Turn.RECORD, Told::and, ledger::refresh, transactions);
    }

    /** Something happened that may move, meet or end deadlines; without a transaction they are looked at now. */
    public void later(PostmortemId id) {
        touched.touch(id, Told.NOTHING);
    }

    @EventListener
    void whenStatusChanged(StatusChanged event) {
        later(event.postmortem());
    }

    @EventListener
    void whenFollowUpsChanged(FollowUpsChanged event) {
        later(event.postmortem());
    }

    @EventListener
    void whenReviewAsked(ReviewAsked event) {
        touched.touch(event.postmortem(), new Told(true, null));
    }

    @EventListener
    void whenMeetingTimeSet(MeetingTimeSet event) {
        touched.touch(event.postmortem(), new Told(false, event));
    }

    /** What only the one who did it can tell. */
    record Told(boolean reviewAsked, @Nullable MeetingTimeSet meeting) {

        static final Told NOTHING = new Told(false, null);

        Told and(Told later) {
            return new Told(reviewAsked || later.reviewAsked, later.meeting == null ? meeting : later.meeting);
        }
    }
}
