package org.postmortemflow.review;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The questions that a reviewer answers (R27), in words. */
public final class Checklist {

    private Checklist() {}

    /** Those with these keys, in the order of the form; keys that are not known are left out. */
    public static List<String> words(Set<String> keys) {
        return ReviewPostmortem.CHECKLIST.entrySet().stream()
                .filter(question -> keys.contains(question.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
