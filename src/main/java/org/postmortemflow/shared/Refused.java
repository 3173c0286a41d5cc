package org.postmortemflow.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A business refusal: what was asked cannot be done as it stands, and the person who asked can mend it. Carries one message
 * per field, in plain words; the empty field name stands for the request as a whole. Nothing has been changed.
 */
public class Refused extends RuntimeException {

    private final Map<String, String> problems;

    /** @param problems field name to message, in the order to show them; not empty */
    public Refused(Map<String, String> problems) {
        super(problems.values().stream().collect(Collectors.joining(" ")));
        this.problems = Map.copyOf(problems).isEmpty() ? Map.of("", "Refused") : new LinkedHashMap<>(problems);
    }

    /** A refusal of the request as a whole. */
    public Refused(String message) {
        this(Map.of("", message));
    }

    /** A refusal that belongs beside one field. */
    public Refused(String field, String message) {
        this(Map.of(field, message));
    }

    /** Field name to message, in the order to show them. */
    public Map<String, String> problems() {
        return java.util.Collections.unmodifiableMap(problems);
    }
}
