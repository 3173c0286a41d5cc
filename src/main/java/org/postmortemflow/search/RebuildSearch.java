package org.postmortemflow.search;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads all postmortems into words again, one after the other in the background, while people search and write. Whatever is left
 * when a node stops is done by the next one that starts; so are postmortems from before there was a search.
 */
@Component
public class RebuildSearch {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildSearch.class);
    private static final int AT_ONCE = 100;

    private final SearchIndex index;
    private final Indexer indexer;
    private final Organisation organisation;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "search-rebuild");
        thread.setDaemon(true);
        return thread;
    });

    RebuildSearch(SearchIndex index, Indexer indexer, Organisation organisation) {
        this.index = index;
        this.indexer = indexer;
        this.organisation = organisation;
    }

    /** Marks all as outdated; {@link #begin} does the work once that is committed. @throws Refused unless by an administrator */
    @Transactional
    public void markAll(PersonId by) {
        if (!organisation.isAdministrator(by)) {
            throw new Refused("This is for an administrator.");
        }
        index.forgetVersions();
    }

    /** Starts the work in the background, if there is any. */
    @EventListener(ApplicationReadyEvent.class)
    public void begin() {
        if (waiting() > 0) {
            worker.execute(this::catchUp);
        }
    }

    /** How many postmortems are still to be read. */
    public long waiting() {
        return index.countOutdated(Words.VERSION);
    }

    void catchUp() {
        List<PostmortemId> some = index.outdated(Words.VERSION, AT_ONCE);
        while (!some.isEmpty() && !Thread.currentThread().isInterrupted()) {
            int failed = 0;
            for (PostmortemId id : some) {
                failed += catchUp(id) ? 0 : 1;
            }
            // what cannot be read must not be tried for ever
            some = failed == 0 ? index.outdated(Words.VERSION, AT_ONCE) : List.of();
        }
    }

    private boolean catchUp(PostmortemId id) {
        try {
            indexer.catchUp(id);
            return true;
        } catch (RuntimeException failure) {
            LOG.warn("Postmortem {} could not be read for the search", id, failure);
            return false;
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
