package org.postmortemflow.operations.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * In how many incidents something was.
 *
 * @param cases the oldest first
 */
public record Tally(String name, List<Case> cases) {

    private static final Comparator<Tally> MOST_FIRST =
            Comparator.comparingInt(Tally::count).reversed().thenComparing(Tally::name);

    /** The most frequent first; a case counts once for each name. */
    public static List<Tally> of(List<Case> cases, Function<Case, Collection<String>> names) {
        Map<String, List<Case>> byName = new LinkedHashMap<>();
        for (Case one : cases) {
            Collection<String> ofOne = names.apply(one);
            (ofOne.size() < 2 ? ofOne : new LinkedHashSet<>(ofOne))
                    .forEach(name -> byName.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(one));
        }
        return byName.entrySet().stream()
                .map(entry -> new Tally(entry.getKey(), Collections.unmodifiableList(entry.getValue())))
                .sorted(MOST_FIRST)
                .toList();
    }

    public int count() {
        return cases.size();
    }

    /** Whether somebody who may not read the private ones may see the name. */
    public boolean mayBeNamed() {
        return cases.stream().anyMatch(one -> !one.hidden());
    }

    /** Those that the reader may read. */
    public List<Case> readable() {
        return cases.stream().filter(one -> !one.hidden()).toList();
    }

    /** The newest of those, the newest first. */
    public List<Case> newest(int most) {
        List<Case> readable = readable();
        List<Case> newest = new ArrayList<>(readable.subList(Math.max(0, readable.size() - most), readable.size()));
        Collections.reverse(newest);
        return newest;
    }
}
