package org.postmortemflow.shared;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what is wrong with an input, so that all of it is said at once. */
public final class Problems {

    private final Map<String, String> byField = new LinkedHashMap<>();

    /** Notes {@code message} beside {@code field} when {@code wrong}; the first message of a field stays. */
    public Problems when(boolean wrong, String field, String message) {
        if (wrong) {
            byField.putIfAbsent(field, message);
        }
        return this;
    }

    /** @throws Refused when anything was noted */
    public void refuseIfAny() {
        if (!byField.isEmpty()) {
            throw new Refused(byField);
        }
    }
}
