package org.postmortemflow.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Runs whole lifecycles, from resolved to Closed, and measures them. */
final class Lifecycles {

    private static final int WARM_UP = 40;
    private static final int ROUNDS = 7;
    private static final int ALONE = Integer.getInteger("bench.lifecycles", 12);
    private static final int THREADS = 4;
    private static final int TOGETHER = 2 * ALONE;

    private Lifecycles() {}

    /** What can run them. */
    interface Subject {

        void lifecycle();

        CountingDataSource database();

        Times completing();
    }

    /** How long each completion of a task took, in ns. */
    static final class Times {

        private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

        void of(Runnable work) {
            long begun = System.nanoTime();
            work.run();
            nanos.add(System.nanoTime() - begun);
        }

        /** In ms, by the nearest rank. */
        double percentile(int percent) {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1] / 1e6;
        }

        void forget() {
            nanos.clear();
        }
    }

    /**
     * @param alone lifecycles a second on one thread, the median of several rounds
     * @param together the same on four threads
     * @param p50 of completing a task on one thread, in ms
     * @param said by one lifecycle
     */
    record Figures(double alone, double together, double p50, double p99, CountingDataSource.Said said) {}

    /** In turns, so that what else the machine does weighs on all of them alike. */
    static List<Figures> measure(List<? extends Subject> all) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            all.forEach(Subject::lifecycle);
        }
        all.forEach(one -> one.completing().forget());
        all.forEach(one -> one.database().forgetTexts());
        List<CountingDataSource.Said> before =
                all.stream().map(one -> one.database().said()).toList();
        double[][] alone = rounds(all, 1, ALONE);
        List<CountingDataSource.Said> said = IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i).database().said().since(before.get(i), ROUNDS * ALONE))
                .toList();
        List<Double> p50 =
                all.stream().map(one -> one.completing().percentile(50)).toList();
        List<Double> p99 =
                all.stream().map(one -> one.completing().percentile(99)).toList();
        double[][] together = rounds(all, THREADS, TOGETHER);
        return IntStream.range(0, all.size())
                .mapToObj(i -> new Figures(median(alone[i]), median(together[i]), p50.get(i), p99.get(i), said.get(i)))
                .toList();
    }

    private static double[][] rounds(List<? extends Subject> all, int threads, int lifecycles) throws Exception {
        double[][] rates = new double[all.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < rates.length; i++) {
                rates[i][round] = rate(all.get(i), threads, lifecycles);
            }
        }
        return rates;
    }

    /** Lifecycles a second. */
    static double rate(Subject subject, int threads, int lifecycles) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        long begun = System.nanoTime();
        try {
            List<? extends Future<?>> running = IntStream.range(0, lifecycles)
                    .mapToObj(i -> executor.submit(subject::lifecycle))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            executor.shutdownNow();
        }
        return lifecycles / ((System.nanoTime() - begun) / 1e9);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
