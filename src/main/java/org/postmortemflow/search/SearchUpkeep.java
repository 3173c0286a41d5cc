package org.postmortemflow.search;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads into words what has changed: in the background, and before a search, so that it finds what was written before it on any
 * node. What is left when a node stops is done by another one or after the start.
 */
@Component
class SearchUpkeep {

    private static final int BEFORE_A_SEARCH = 100;
    private static final int AT_ONCE = 200;

    private final SearchIndex index;
    private final Indexer indexer;
    private final TransactionTemplate reading;

    SearchUpkeep(SearchIndex index, Indexer indexer, PlatformTransactionManager transactions) {
        this.index = index;
        this.indexer = indexer;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Runs a search, in one transaction, after the index was brought in step; within a transaction it is taken as it is. */
    <T> T inStep(Supplier<T> search) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            catchUpUnlessMany();
        }
        return Objects.requireNonNull(reading.execute(status -> search.get()));
    }

    private void catchUpUnlessMany() {
        List<PostmortemId> changed = index.changed(BEFORE_A_SEARCH + 1);
        // during a rebuild nobody waits for all the others
        if (changed.size() <= BEFORE_A_SEARCH) {
            changed.forEach(indexer::catchUp);
        }
    }

    /** Those of an older version, and those that could not be read. */
    @EventListener(ApplicationReadyEvent.class)
    void afterTheStart() {
        index.forgetOtherVersions(Words.VERSION);
    }

    @Scheduled(fixedDelayString = "${postmortem.search.every:5s}")
    void catchUp() {
        List<PostmortemId> changed = index.changed(AT_ONCE);
        while (!changed.isEmpty() && changed.stream().allMatch(indexer::catchUp)) {
            changed = index.changed(AT_ONCE);
        }
    }
}
