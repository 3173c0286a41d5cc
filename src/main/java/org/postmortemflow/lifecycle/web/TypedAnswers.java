package org.postmortemflow.lifecycle.web;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.StepAnswers;
import org.springframework.util.MultiValueMap;

/**
 * Reads a browser's form: {@code name[0].field} belongs to a row, a repeated name is a list, anything else is text. The hidden
 * fields of boxes ({@code _name}, see templates/fields.html) stand for "nothing ticked". Names of any other kind are left out.
 */
final class TypedAnswers {

    private static final Pattern CELL = Pattern.compile("(\\w{1,60})\\[(\\d{1,4})]\\.(\\w{1,60})");
    private static final Pattern FIELD = Pattern.compile("[a-zA-Z]\\w{0,60}");

    /** What the hidden field of a list of boxes says; that of a single box says "no". */
    private static final String NONE = "none";

    private TypedAnswers() {}

    static StepAnswers read(MultiValueMap<String, String> typed) {
        Map<String, @Nullable Object> values = new HashMap<>();
        typed.forEach((name, texts) -> {
            if (name.startsWith("_")) {
                values.putIfAbsent(name.substring(1), texts.contains(NONE) ? List.of() : "false");
            } else if (FIELD.matcher(name).matches()) {
                boolean list = texts.size() > 1
                        || typed.containsKey("_" + name)
                                && typed.get("_" + name).contains(NONE);
                values.put(name, list ? plain(texts) : plain(texts.get(0)));
            }
        });
        values.putAll(rows(typed));
        return new StepAnswers(values);
    }

    /** Rows in the order of their numbers; those in which nothing was typed are left out, as the use cases do. */
    private static Map<String, List<Map<String, Object>>> rows(MultiValueMap<String, String> typed) {
        Map<String, Map<Integer, Map<String, Object>>> byNumber = new LinkedHashMap<>();
        typed.forEach((name, texts) -> {
            Matcher cell = CELL.matcher(name);
            if (cell.matches()) {
                byNumber.computeIfAbsent(cell.group(1), field -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(cell.group(2)), number -> new LinkedHashMap<>())
                        .put(cell.group(3), plain(texts.get(0)));
            }
        });
        Map<String, List<Map<String, Object>>> rows = new HashMap<>();
        byNumber.forEach((field, numbered) -> rows.put(
                field, numbered.values().stream().filter(TypedAnswers::isTyped).toList()));
        return rows;
    }

    private static boolean isTyped(Map<String, Object> row) {
        return row.values().stream().anyMatch(text -> !text.toString().isBlank());
    }

    private static List<String> plain(@Nullable List<String> texts) {
        return texts == null
                ? Collections.emptyList()
                : texts.stream().map(TypedAnswers::plain).toList();
    }

    /** Browsers send line ends as two characters and count them as one. */
    private static String plain(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n");
    }
}
