package org.postmortemflow.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How much words count: one that stands in every postmortem tells nothing, one that stands in few tells much. */
@Component
class Rarity {

    /** Of a word that stands nowhere. */
    static final int UNWRITTEN = 0;

    /** Above what any number of postmortems leads to. */
    static final int MOST = 10_000;

    private static final int SCALE = 100;

    private final SearchIndex index;

    Rarity(SearchIndex index) {
        this.index = index;
    }

    /** One number for each word, from 1; {@link #UNWRITTEN} for words that stand nowhere. */
    Map<String, Integer> of(Collection<String> words) {
        Map<String, Integer> rarities = new HashMap<>();
        words.forEach(word -> rarities.put(word, UNWRITTEN));
        if (!words.isEmpty()) {
            long all = index.countAll();
            index.frequencies(words).forEach((word, often) -> rarities.put(word, of(often, all)));
        }
        return rarities;
    }

    static int of(long often, long all) {
        return Math.max(1, (int) Math.round(SCALE * Math.log((double) (all + 1) / often)));
    }
}
