package org.postmortemflow.lifecycle.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a step's fields show: what is known, under what was typed. */
final class StepFields {

    private static final int EMPTY_ROWS = 5;

    private StepFields() {}

    static Map<String, @Nullable Object> merged(
            Map<String, @Nullable Object> known, Map<String, ? extends @Nullable Object> typed) {
        Map<String, @Nullable Object> values = new HashMap<>(known);
        typed.forEach((field, value) -> {
            if (known.containsKey(field)) {
                values.put(field, value);
            }
        });
        return values;
    }

    /** Every list of the fields, with empty rows after it to type in. */
    static Map<String, List<Object>> rows(Map<String, @Nullable Object> values) {
        Map<String, List<Object>> rows = new HashMap<>();
        values.forEach((field, value) -> {
            if (value instanceof List<?> list) {
                List<Object> padded = new ArrayList<>(list);
                for (int i = 0; i < EMPTY_ROWS; i++) {
                    padded.add(Map.of());
                }
                rows.put(field, padded);
            }
        });
        return rows;
    }
}
