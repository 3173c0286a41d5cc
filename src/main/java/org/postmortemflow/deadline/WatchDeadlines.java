package org.postmortemflow.deadline;

import java.time.Clock;
import java.util.List;
import org.postmortemflow.deadline.RefreshDeadlines.Told;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.PostmortemProcess;
import org.postmortemflow.shared.ClockMoved;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.sla.Deadlines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes deadlines again when settings, calendars or rules have changed, and marks those whose time is over. Every node does
 * it: each change is made once, whoever comes first.
 */
@Component
public class WatchDeadlines {

    private static final Logger LOG = LoggerFactory.getLogger(WatchDeadlines.class);
    private static final int BATCH = 200;

    private final DeadlineRecords records;
    private final DeadlineLedger ledger;
    private final Deadlines deadlines;
    private final PostmortemProcess process;
    private final History history;
    private final DeadlineMoves moves;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final boolean enabled;

    WatchDeadlines(
            DeadlineRecords records,
            DeadlineLedger ledger,
            Deadlines deadlines,
            PostmortemProcess process,
            History history,
            DeadlineMoves moves,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${postmortem.deadlines.watch-enabled:true}") boolean enabled) {
        this.records = records;
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.process = process;
        this.history = history;
        this.moves = moves;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.enabled = enabled;
    }

    @Scheduled(fixedDelayString = "${postmortem.deadlines.watch:1m}")
    @EventListener(ClockMoved.class)
    void watch() {
        if (enabled) {
            recompute();
            markBreaches();
        }
    }

    /** Nothing is told or escalated again: only due times and waiting timers move. */
    public void recompute() {
        for (PostmortemId id : records.outdated(deadlines.renewedVersion(), BATCH)) {
            try {
                transaction.executeWithoutResult(status -> {
                    if (ledger.refresh(id, Told.NOTHING)) {
                        process.deadlinesChanged(id);
                    }
                });
            } catch (OptimisticLockingFailureException meanwhile) {
                LOG.debug("Somebody changed {} at the same moment; its deadlines are looked at again", id, meanwhile);
            } catch (RuntimeException e) {
                LOG.error("The deadlines of {} could not be computed again", id, e);
            }
        }
    }

    /** Notes what is missed from now on, once for all nodes. */
    public void markBreaches() {
        List<StoredDeadline> missed = records.unmarked(clock.instant(), BATCH);
        for (StoredDeadline one : missed) {
            transaction.executeWithoutResult(status -> {
                if (records.markBreached(one) && one.excuse() == null) {
                    history.note(one.postmortem(), History.Kind.DEADLINE, moves.missed(one), null);
                }
            });
        }
    }
}
