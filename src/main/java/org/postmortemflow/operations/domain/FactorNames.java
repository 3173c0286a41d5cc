package org.postmortemflow.operations.domain;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Contributing factors as follow-ups name them: a few words each, several with commas between. */
public final class FactorNames {

    private static final Pattern BORDER = Pattern.compile("[,;\\n]");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private FactorNames() {}

    /** Each factor once; case and spacing tell nothing apart. */
    public static Set<String> of(String text) {
        return BORDER.splitAsStream(text)
                .map(factor -> SPACE.matcher(factor.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip())
                .filter(factor -> !factor.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
