package org.postmortemflow.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.StepState.State;
import org.postmortemflow.shared.Distribution;
import org.postmortemflow.shared.Step;

/** Counts how postmortems get through the steps; each list holds the visits of one of them, in their order. */
final class Passage {

    private Passage() {}

    /** Steps at which nothing is open are left out. */
    static Map<Step, Stall.Waiting> waiting(List<List<Visit>> visits, Instant now) {
        Map<Step, Stall.Waiting> waiting = new EnumMap<>(Step.class);
        for (List<Visit> ofOne : visits) {
            for (Visit visit : ofOne) {
                if (visit.state() == State.OPEN) {
                    waiting.merge(
                            visit.step(),
                            new Stall.Waiting(1, visit.late(now) ? 1 : 0, visit.openedAt()),
                            Passage::both);
                }
            }
        }
        return waiting;
    }

    private static Stall.Waiting both(Stall.Waiting one, Stall.Waiting other) {
        return new Stall.Waiting(
                one.open() + other.open(), one.late() + other.late(), earlier(one.since(), other.since()));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    /** Steps that nothing came to are left out. */
    static Map<Step, Stall.Passed> passed(List<List<Visit>> visits, Instant now) {
        Map<Step, Count> counts = new EnumMap<>(Step.class);
        for (List<Visit> ofOne : visits) {
            Set<Step> doneBefore = EnumSet.noneOf(Step.class);
            for (Visit visit : ofOne) {
                counts.computeIfAbsent(visit.step(), step -> new Count())
                        .add(visit, doneBefore.contains(visit.step()), now);
                if (visit.state() == State.DONE) {
                    doneBefore.add(visit.step());
                }
            }
        }
        Map<Step, Stall.Passed> passed = new EnumMap<>(Step.class);
        counts.forEach((step, count) -> passed.put(step, count.passed()));
        return passed;
    }

    private static final class Count {

        private final List<Duration> stays = new ArrayList<>();
        private int late;
        private int again;
        private Duration overdue = Duration.ZERO;

        private void add(Visit visit, boolean doneBefore, Instant now) {
            if (visit.state() == State.DONE) {
                stays.add(visit.stay(now));
            }
            late += visit.late(now) ? 1 : 0;
            again += doneBefore ? 1 : 0;
            overdue = overdue.plus(visit.overdue(now));
        }

        private Stall.Passed passed() {
            Distribution length = Distribution.of(stays);
            return new Stall.Passed(
                    length.count(), length.median(), length.percentile(90), length.worst(), late, again, overdue);
        }
    }
}
