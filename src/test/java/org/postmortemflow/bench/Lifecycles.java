package org.postmortemflow.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Runs whole lifecycles and measures them. */
final class Lifecycles {

    private static final int WARM_UP = 30;
    private static final int MEASURED = 60;

    private Lifecycles() {}

    /** One lifecycle, from resolved to Closed. */
    interface Lifecycle {
        void run();
    }

    /** What is measured, and how long it took to be ready. */
    record Measured(double readySeconds, CountingDataSource database, Lifecycle lifecycle) {}

    /** @param millis median time of one lifecycle; statements and commits are those of one lifecycle */
    record Figures(double readySeconds, double millis, long statements, long commits) {}

    /** One after the other, so that what else the machine does weighs on all of them alike. */
    static List<Figures> measure(List<Measured> all) {
        for (int i = 0; i < WARM_UP; i++) {
            all.forEach(one -> one.lifecycle().run());
        }
        List<Long> statements =
                all.stream().map(one -> one.database().statements()).toList();
        List<Long> commits = all.stream().map(one -> one.database().commits()).toList();
        long[][] nanos = new long[all.size()][MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            for (int j = 0; j < all.size(); j++) {
                long start = System.nanoTime();
                all.get(j).lifecycle().run();
                nanos[j][i] = System.nanoTime() - start;
            }
        }
        return IntStream.range(0, all.size())
                .mapToObj(j -> new Figures(
                        all.get(j).readySeconds(),
                        median(nanos[j]),
                        (all.get(j).database().statements() - statements.get(j)) / MEASURED,
                        (all.get(j).database().commits() - commits.get(j)) / MEASURED))
                .toList();
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[MEASURED / 2] / 1e6;
    }
}
