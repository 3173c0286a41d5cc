package org.postmortemflow.lifecycle;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person typed into a step's form, read leniently: it comes from Tasklist as well as from our pages. */
public record StepAnswers(Map<String, ? extends @Nullable Object> values) {

    /** The longest text a field takes, in characters: what a process variable can hold. */
    public static final int MAX_TEXT = 4000;

    /** Trimmed text, empty when nothing was typed. */
    public String text(String field) {
        Object value = values.get(field);
        return value == null ? "" : value.toString().strip();
    }

    /** Whether a box was ticked. */
    public boolean yes(String field) {
        return List.of("true", "on", "yes").contains(text(field).toLowerCase(java.util.Locale.ROOT));
    }

    /** Several values of one field, for example a list of ticked boxes; empty when none. */
    public List<String> texts(String field) {
        Object value = values.get(field);
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).map(String::strip).toList();
        }
        return text(field).isEmpty() ? List.of() : List.of(text(field));
    }

    /** Repeating rows; a row maps its fields to trimmed text. Rows in which nothing was typed are left out. */
    public List<Map<String, String>> rows(String field) {
        if (!(values.get(field) instanceof Collection<?> rows)) {
            return List.of();
        }
        return rows.stream()
                .filter(Map.class::isInstance)
                .map(row -> row((Map<?, ?>) row))
                .filter(row -> row.values().stream().anyMatch(text -> !text.isEmpty()))
                .toList();
    }

    private static Map<String, String> row(Map<?, ?> row) {
        return row.entrySet().stream()
                .collect(Collectors.toMap(
                        cell -> String.valueOf(cell.getKey()),
                        cell -> cell.getValue() == null
                                ? ""
                                : cell.getValue().toString().strip()));
    }
}
