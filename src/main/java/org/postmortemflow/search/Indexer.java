package org.postmortemflow.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postmortemflow.lifecycle.Changed;
import org.postmortemflow.search.SearchIndex.Weight;
import org.postmortemflow.shared.BeforeCommit;
import org.postmortemflow.shared.BeforeCommit.Turn;
import org.postmortemflow.shared.PostmortemId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the index in step with the record: whatever a transaction changes is marked as outdated at its end, within it, and read
 * into words afterwards, so that nobody who writes waits for it. The mark is a lock as well: who reads a postmortem into words
 * either sees the change or leaves the mark.
 */
@Component
class Indexer {

    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
    private static final int MOST_WORDS = 5_000;
    private static final int SCALE = 10;

    private final Contents contents;
    private final SearchIndex index;
    private final TransactionTemplate transaction;
    private final BeforeCommit<Changed> changed;

    Indexer(Contents contents, SearchIndex index, PlatformTransactionManager transactions) {
        this.contents = contents;
        this.index = index;
        this.transaction = new TransactionTemplate(transactions);
        this.changed = new BeforeCommit<>(
                "search",
                Turn.DERIVED,
                (earlier, later) -> later,
                (id, change) -> index.markOutdated(id),
                transactions);
    }

    @EventListener
    void whenChanged(Changed change) {
        changed.touch(change.postmortem(), change);
    }

    /**
     * Reads one postmortem that may be outdated, in a transaction of its own. One that cannot be read is not tried again before it
     * changes or the application starts.
     *
     * @return false when it is still to be read, because somebody holds it for long
     */
    boolean catchUp(PostmortemId id) {
        try {
            transaction.executeWithoutResult(status -> {
                // locked before it is read: what is changed meanwhile is marked again
                if (index.lock(id) != Words.VERSION) {
                    List<Passage> passages = contents.of(id);
                    index.write(id, Words.VERSION, passages, weights(passages));
                }
            });
            return true;
        } catch (TransientDataAccessException busy) {
            LOG.info("Postmortem {} is read for the search a little later", id, busy);
            return false;
        } catch (RuntimeException failure) {
            LOG.warn("Postmortem {} could not be read for the search", id, failure);
            transaction.executeWithoutResult(status -> index.markUnreadable(id));
            return true;
        }
    }

    /** A word counts more where it is written more often, but the tenth time hardly more than the third. */
    private static Map<String, Weight> weights(List<Passage> passages) {
        Map<String, Weight> weights = new HashMap<>();
        for (Passage passage : passages) {
            Map<String, Integer> times = new HashMap<>();
            Words.of(passage.text()).forEach(token -> times.merge(token.word(), 1, Integer::sum));
            times.forEach((word, often) -> {
                if (weights.size() < MOST_WORDS || weights.containsKey(word)) {
                    int weight = passage.boost() * SCALE * 2 * often / (often + 1);
                    weights.merge(
                            word,
                            new Weight(weight, passage.factor()),
                            (one, other) -> new Weight(one.weight() + other.weight(), one.factor() || other.factor()));
                }
            });
        }
        return weights;
    }
}
