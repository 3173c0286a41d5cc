package org.postmortemflow.operations.domain;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Contributing factors as follow-ups name them: a few words each, several with commas between. */
public final class FactorNames {

    private FactorNames() {}

    /** Each factor once; case and spacing tell nothing apart. */
    public static Set<String> of(String text) {
        return Arrays.stream(text.split("[,;\\n]"))
                .map(factor ->
                        factor.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip())
                .filter(factor -> !factor.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
