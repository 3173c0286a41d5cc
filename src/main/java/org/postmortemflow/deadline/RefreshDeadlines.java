package org.postmortemflow.deadline;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUpsChanged;
import org.postmortemflow.lifecycle.StatusChanged;
import org.postmortemflow.meeting.MeetingTimeSet;
import org.postmortemflow.review.ReviewAsked;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the table in step with the record: whatever a transaction does to a postmortem, its deadlines are looked at once, at
 * the transaction's end and within it.
 */
@Component
public class RefreshDeadlines {

    private final DeadlineLedger ledger;
    private final TransactionTemplate transaction;

    RefreshDeadlines(DeadlineLedger ledger, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Something happened that may move, meet or end deadlines; without a transaction they are looked at now. */
    public void later(PostmortemId id) {
        told(id, Told.NOTHING);
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
        told(event.postmortem(), new Told(true, null));
    }

    @EventListener
    void whenMeetingTimeSet(MeetingTimeSet event) {
        told(event.postmortem(), new Told(false, event));
    }

    private void told(PostmortemId id, Told told) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive()) {
            pending().touched.merge(id, told, Told::and);
        } else {
            transaction.executeWithoutResult(status -> ledger.refresh(id, told));
        }
    }

    private Pending pending() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .filter(pending -> pending.owner() == this)
                .findFirst()
                .orElseGet(() -> {
                    Pending pending = new Pending();
                    TransactionSynchronizationManager.registerSynchronization(pending);
                    return pending;
                });
    }

    /** What only the one who did it can tell. */
    record Told(boolean reviewAsked, @Nullable MeetingTimeSet meeting) {

        static final Told NOTHING = new Told(false, null);

        Told and(Told later) {
            return new Told(reviewAsked || later.reviewAsked, later.meeting == null ? meeting : later.meeting);
        }
    }

    private final class Pending implements TransactionSynchronization {

        private final Map<PostmortemId, Told> touched = new LinkedHashMap<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            // always in the same order, so that two who change the same two do not wait for each other
            touched.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(Comparator.comparing(PostmortemId::value)))
                    .forEach(entry -> ledger.refresh(entry.getKey(), entry.getValue()));
        }

        private RefreshDeadlines owner() {
            return RefreshDeadlines.this;
        }
    }
}
