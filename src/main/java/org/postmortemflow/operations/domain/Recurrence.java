package org.postmortemflow.operations.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The same factor at the same service in several incidents: what was done after the first was not enough. */
public record Recurrence(String service, String factor, Tally tally) {

    private static final Comparator<Recurrence> MOST_FIRST = Comparator.comparingInt(Recurrence::times)
            .reversed()
            .thenComparing(Recurrence::service)
            .thenComparing(Recurrence::factor);

    /** @param cases the oldest first */
    public static List<Recurrence> in(List<Case> cases) {
        List<Recurrence> found = new ArrayList<>();
        for (Tally service : Tally.of(cases, Case::services)) {
            for (Tally factor : Tally.of(service.cases(), Case::factors)) {
                if (factor.count() > 1) {
                    found.add(new Recurrence(service.name(), factor.name(), factor));
                }
            }
        }
        return found.stream().sorted(MOST_FIRST).toList();
    }

    /** In how many incidents it was. */
    public int times() {
        return tally.count();
    }
}
