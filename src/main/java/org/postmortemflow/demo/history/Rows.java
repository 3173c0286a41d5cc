package org.postmortemflow.demo.history;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.jdbc.core.JdbcOperations;

/** Rows to be written together, as the record stands at an instant: what is still to come is not known. */
final class Rows {

    private static final int AT_ONCE = 1000;

    private final Map<Table, List<@Nullable Object[]>> rows = new EnumMap<>(Table.class);
    private final Set<String> keys = new HashSet<>();
    private final Instant now;

    Rows(Instant now) {
        this.now = now;
    }

    Instant now() {
        return now;
    }

    boolean isPast(@Nullable Instant at) {
        return at != null && !at.isAfter(now);
    }

    /** Null when it is still to come. */
    @Nullable
    Instant past(@Nullable Instant at) {
        return isPast(at) ? at : null;
    }

    /** Whether this key was not there before. */
    boolean isNew(String key) {
        return keys.add(key);
    }

    /** Instants, ids and constants are written as the rooms write them. */
    void add(Table table, @Nullable Object... values) {
        if (values.length != table.width()) {
            throw new IllegalArgumentException(table + " does not have " + values.length + " columns");
        }
        @Nullable Object[] row = new @Nullable Object[values.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = column(values[i]);
        }
        rows.computeIfAbsent(table, key -> new ArrayList<>()).add(row);
    }

    private static @Nullable Object column(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(UTC);
        }
        if (value instanceof PersonId person) {
            return person.value();
        }
        if (value instanceof PostmortemId postmortem) {
            return postmortem.value();
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    /** Within the caller's transaction. */
    void insert(JdbcOperations jdbc) {
        rows.forEach((table, all) -> {
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                jdbc.batchUpdate(table.insert(), all.subList(from, Math.min(all.size(), from + AT_ONCE)));
            }
        });
    }
}
