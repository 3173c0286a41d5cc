package org.postmortemflow.dashboard.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * What came and what went, period by period.
 *
 * @param came how many came in each, {@code went} how many went
 * @param left how many there were at the end of each
 */
public record Flow(List<Integer> came, List<Integer> went, List<Integer> left) {

    /** @param before how many there were before the first */
    public static Flow from(int before, List<Integer> came, List<Integer> went) {
        List<Integer> left = new ArrayList<>();
        int there = before;
        for (int i = 0; i < came.size(); i++) {
            there += came.get(i) - went.get(i);
            left.add(there);
        }
        return new Flow(List.copyOf(came), List.copyOf(went), List.copyOf(left));
    }

    /** How many more there are at the end than there were before the first; fewer when negative. */
    public int growth() {
        return came.stream().mapToInt(Integer::intValue).sum()
                - went.stream().mapToInt(Integer::intValue).sum();
    }

    /** For people. */
    public String direction() {
        return growth() > 0 ? "growing" : growth() < 0 ? "shrinking" : "steady";
    }
}
