package org.postmortemflow.shared;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The greatest few of many, which need not all be sorted for them. */
public final class Greatest {

    private Greatest() {}

    /**
     * The greatest first.
     *
     * @param most how many, at least 1
     */
    public static <T> List<T> of(Collection<T> all, int most, Comparator<? super T> by) {
        PriorityQueue<T> greatest = new PriorityQueue<>(most, by);
        for (T one : all) {
            if (greatest.size() < most) {
                greatest.add(one);
            } else if (by.compare(one, greatest.element()) > 0) {
                greatest.remove();
                greatest.add(one);
            }
        }
        return greatest.stream().sorted(by.reversed()).toList();
    }
}
