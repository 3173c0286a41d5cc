package org.postmortemflow.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.transaction.support.SimpleTransactionScope;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a store has read in a transaction, so that it is not read again in the same one: a step's completion asks many rooms,
 * and they ask each other. Ends with the transaction; outside of one everything is read each time.
 */
public final class ReadOnce<K, V> {

    private static final SimpleTransactionScope TRANSACTION = new SimpleTransactionScope();

    private final String name;

    /** @param name of what is read, unique in the application */
    public ReadOnce(String name) {
        this.name = name;
    }

    /** As it was read before in this transaction, else as it is read now. */
    public V get(K key, Function<K, V> read) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return read.apply(key);
        }
        Map<K, V> known = known();
        V value = known.get(key);
        if (value == null) {
            value = read.apply(key);
            known.put(key, value);
        }
        return value;
    }

    /** To be called by the store with each of its writes. */
    public void forget() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            known().clear();
        }
    }

    @SuppressWarnings("unchecked")
    private Map<K, V> known() {
        return (Map<K, V>) TRANSACTION.get(name, HashMap::new);
    }
}
