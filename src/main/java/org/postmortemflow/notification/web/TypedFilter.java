package org.postmortemflow.notification.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.notification.OutboxFilter;
import org.postmortemflow.notification.OutboxState;

/** Reads what was typed into the filter; what cannot be read filters nothing. */
final class TypedFilter {

    private TypedFilter() {}

    static OutboxFilter read(Map<String, String> typed) {
        String state = text(typed, "state");
        return new OutboxFilter(
                state == null ? null : OutboxState.of(state).orElse(null), text(typed, "kind"), text(typed, "q"));
    }

    /** The position to read on from. */
    static long before(Map<String, String> typed) {
        String before = text(typed, "before");
        return before != null && before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
    }

    private static @Nullable String text(Map<String, String> typed, String name) {
        // PostgreSQL takes no NUL
        String text = typed.getOrDefault(name, "").replace("\0", "").strip();
        return text.isEmpty() ? null : text;
    }
}
