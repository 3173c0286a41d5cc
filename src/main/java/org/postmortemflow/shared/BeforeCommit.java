package org.postmortemflow.shared;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever a transaction does to a postmortem, something that follows from it is done once, right before the commit and within
 * the transaction. Postmortems come in the order of their ids, and all who wait for the same transaction in the order of their
 * turns and names, so that two transactions that touch the same ones do not wait for each other. What is done may touch again.
 *
 * @param <W> what only those who touch a postmortem can tell
 */
public final class BeforeCommit<W> {

    private static final Comparator<BeforeCommit<?>> ORDER =
            Comparator.<BeforeCommit<?>, Turn>comparing(one -> one.turn).thenComparing(one -> one.name);

    private final String name;
    private final Turn turn;
    private final BinaryOperator<W> and;
    private final BiConsumer<PostmortemId, W> action;
    private final TransactionTemplate transaction;

    /**
     * @param name unique in the application
     * @param and joins what was told earlier with what was told later
     */
    public BeforeCommit(
            String name,
            Turn turn,
            BinaryOperator<W> and,
            BiConsumer<PostmortemId, W> action,
            PlatformTransactionManager transactions) {
        this.name = name;
        this.turn = turn;
        this.and = and;
        this.action = action;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What comes before what. */
    public enum Turn {
        /** Part of the record itself. */
        RECORD,
        /** Computed from the record, and so after it. */
        DERIVED,
        /** What is told of all that. */
        TOLD
    }

    /** Without a transaction it is done at once, in one of its own. */
    public void touch(PostmortemId id, W told) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive()) {
            Pending pending = pending();
            if (pending.over) {
                action.accept(id, told);
            } else {
                pending.add(this, id, told);
            }
        } else {
            transaction.executeWithoutResult(status -> action.accept(id, told));
        }
    }

    private static Pending pending() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    Pending pending = new Pending();
                    TransactionSynchronizationManager.registerSynchronization(pending);
                    return pending;
                });
    }

    /** What is still to be done before the present transaction commits. */
    private static final class Pending implements TransactionSynchronization {

        private final Map<BeforeCommit<?>, Touched<?>> waiting = new HashMap<>();
        private boolean over;

        @SuppressWarnings("unchecked")
        <W> void add(BeforeCommit<W> what, PostmortemId id, W told) {
            ((Touched<W>) waiting.computeIfAbsent(what, Touched::new)).add(id, told);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            while (!waiting.isEmpty()) {
                BeforeCommit<?> next = waiting.keySet().stream().min(ORDER).orElseThrow();
                Touched<?> touched = waiting.get(next);
                touched.doFirst();
                if (touched.byId.isEmpty()) {
                    waiting.remove(next);
                }
            }
            over = true;
        }
    }

    private static final class Touched<W> {

        private final BeforeCommit<W> what;
        private final TreeMap<PostmortemId, W> byId = new TreeMap<>(Comparator.comparing(PostmortemId::value));

        private Touched(BeforeCommit<W> what) {
            this.what = what;
        }

        void add(PostmortemId id, W told) {
            byId.merge(id, told, what.and);
        }

        void doFirst() {
            Map.Entry<PostmortemId, W> first = byId.pollFirstEntry();
            what.action.accept(first.getKey(), first.getValue());
        }
    }
}
