package org.postmortemflow.bench;

import java.util.Arrays;

/** Runs whole lifecycles and measures them. */
final class Lifecycles {

    private static final int WARM_UP = 30;
    private static final int MEASURED = 60;

    private Lifecycles() {}

    /** One lifecycle, from resolved to Closed. */
    interface Lifecycle {
        void run();
    }

    /** @param millis median time of one lifecycle; statements and commits are those of one lifecycle */
    record Figures(double readySeconds, double millis, long statements, long commits) {}

    static Figures measure(double readySeconds, CountingDataSource database, Lifecycle lifecycle) {
        for (int i = 0; i < WARM_UP; i++) {
            lifecycle.run();
        }
        long statements = database.statements();
        long commits = database.commits();
        long[] nanos = new long[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            long start = System.nanoTime();
            lifecycle.run();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return new Figures(
                readySeconds,
                nanos[MEASURED / 2] / 1e6,
                (database.statements() - statements) / MEASURED,
                (database.commits() - commits) / MEASURED);
    }
}
