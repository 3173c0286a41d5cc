package org.postmortemflow.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How much words count: one that stands in every postmortem tells nothing, one that stands in few tells much. */
@Component
class Rarity {

    /** Above what any number of postmortems leads to. */
    static final int MOST = 10_000;

    private static final int SCALE = 100;

    /** Common words take long to count and change their share slowly: what was counted is good for a while. */
    private static final int COMMON = 50;

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 20_000;

    private final SearchIndex index;
    private final Clock clock;
    private final Map<String, Counted> kept = new ConcurrentHashMap<>();

    Rarity(SearchIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    private record Counted(long often, Instant at) {}

    /** The words as terms, the rarest first; one that stands nowhere has the rarity 0 and comes first. */
    List<Term> terms(Collection<String> words, Set<String> factors) {
        if (words.isEmpty()) {
            return List.of();
        }
        long all = index.countAll();
        Map<String, Long> often = often(words);
        return words.stream()
                .map(word -> term(word, factors.contains(word), often.getOrDefault(word, 0L), all))
                .sorted(Comparator.comparing(Term::often).thenComparing(Term::word))
                .toList();
    }

    private static Term term(String word, boolean factor, long often, long all) {
        int rarity = often == 0 ? 0 : Math.max(1, (int) Math.round(SCALE * Math.log((double) (all + 1) / often)));
        return new Term(word, factor, rarity, often);
    }

    private Map<String, Long> often(Collection<String> words) {
        Instant now = clock.instant();
        Map<String, Long> often = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (String word : words) {
            Counted counted = kept.get(word);
            if (counted != null && Duration.between(counted.at(), now).compareTo(GOOD_FOR) < 0) {
                often.put(word, counted.often());
            } else {
                unknown.add(word);
            }
        }
        index.frequencies(unknown).forEach((word, count) -> {
            often.put(word, count);
            if (count >= COMMON) {
                keep(word, new Counted(count, now));
            }
        });
        return often;
    }

    private void keep(String word, Counted counted) {
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(word, counted);
    }
}
