package org.postmortemflow.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.StepState;

/** Open steps that are due at the same time for the same reason, so that it is said once. */
public record DueGroup(List<Turn> turns) {

    private record Due(@Nullable Instant at, @Nullable String because) {}

    /** In the order of the first of each group. */
    public static List<DueGroup> of(List<Turn> turns) {
        Map<Due, List<Turn>> groups = new LinkedHashMap<>();
        turns.forEach(turn -> groups.computeIfAbsent(
                        new Due(turn.step().due(), turn.step().because()), key -> new ArrayList<>())
                .add(turn));
        return groups.values().stream().map(DueGroup::new).toList();
    }

    /** Any of them: they are due alike. */
    public StepState step() {
        return turns.get(0).step();
    }

    public boolean late() {
        return turns.get(0).late();
    }
}
