package org.postmortemflow.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which words two postmortems share, as they are written, and together where both write them together. */
final class SharedWords {

    private static final int MOST = 4;

    private SharedWords() {}

    /** For example: 'connection pool', 'timeout'. */
    static String quoted(List<Passage> own, List<Passage> other, Set<String> words) {
        Set<String> together = pairs(other);
        Set<String> told = new LinkedHashSet<>();
        List<String> written = new ArrayList<>();
        // what stands together first: it tells more
        for (Passage passage : own) {
            List<Words.Token> tokens = Words.of(passage.text());
            for (int i = 0; i + 1 < tokens.size(); i++) {
                Words.Token one = tokens.get(i);
                Words.Token next = tokens.get(i + 1);
                boolean both = words.contains(one.word()) && words.contains(next.word());
                if (both && adjacent(one, next) && together.contains(pair(one, next)) && told.add(one.word())) {
                    told.add(next.word());
                    written.add(passage.text().substring(one.start(), next.end()));
                }
            }
        }
        for (Passage passage : own) {
            for (Words.Token token : Words.of(passage.text())) {
                if (words.contains(token.word()) && told.add(token.word())) {
                    written.add(passage.text().substring(token.start(), token.end()));
                }
            }
        }
        return written.stream()
                .map(word -> "'" + word.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT) + "'")
                .distinct()
                .limit(MOST)
                .collect(Collectors.joining(", "));
    }

    private static Set<String> pairs(List<Passage> passages) {
        Set<String> pairs = new LinkedHashSet<>();
        for (Passage passage : passages) {
            List<Words.Token> tokens = Words.of(passage.text());
            for (int i = 0; i + 1 < tokens.size(); i++) {
                if (adjacent(tokens.get(i), tokens.get(i + 1))) {
                    pairs.add(pair(tokens.get(i), tokens.get(i + 1)));
                }
            }
        }
        return pairs;
    }

    private static boolean adjacent(Words.Token one, Words.Token next) {
        return next.start() - one.end() == 1;
    }

    private static String pair(Words.Token one, Words.Token next) {
        return one.word() + " " + next.word();
    }
}
