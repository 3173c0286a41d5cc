package org.postmortemflow.followup.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Contributing factors that are known of an incident: short ones that follow-ups name, and the text of the analysis.
 *
 * @param named each as a person wrote it, several with commas between
 * @param text the written factors; may be empty
 */
public record Factors(Collection<String> named, String text) {

    /**
     * Whether something that answers these factors may matter here: one of them is named or written about here. While nothing
     * is known on one of the sides, it may.
     */
    public boolean mayMatch(String theirs) {
        List<String> wanted = parts(theirs);
        Set<String> known = named.stream().flatMap(some -> parts(some).stream()).collect(Collectors.toSet());
        if (wanted.isEmpty() || known.isEmpty() && text.isBlank()) {
            return true;
        }
        return wanted.stream().anyMatch(factor -> known.contains(factor) || isIn(factor));
    }

    private boolean isIn(String factor) {
        String asWords = "(?<![\\p{L}\\p{N}])" + Pattern.quote(factor) + "(?![\\p{L}\\p{N}])";
        return Pattern.compile(asWords).matcher(plain(text)).find();
    }

    private static List<String> parts(String factors) {
        return Arrays.stream(factors.split("[,;\\n]"))
                .map(Factors::plain)
                .filter(factor -> !factor.isEmpty())
                .toList();
    }

    /** Case and spacing tell nothing apart. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
