package org.postmortemflow.lab;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.postmortemflow.journey.Waiting;

/** Reports incidents by REST on several threads, one after the other on each, and keeps what was acknowledged. */
final class Load implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(100);

    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();
    private final List<Thread> threads;
    private final String about;
    private final Instant resolvedAt;
    private final int most;
    private final Duration pause;
    private volatile boolean stopped;

    /**
     * Begins.
     *
     * @param about how every title begins; a number follows
     * @param most how many incidents; it ends when they are reported, or stopped before
     * @param pause of each thread between two incidents
     * @param to whom the thread of this number reports
     */
    Load(String about, Instant resolvedAt, int most, int threads, Duration pause, IntFunction<Client> to) {
        this.about = about;
        this.resolvedAt = resolvedAt;
        this.most = most;
        this.pause = pause;
        this.threads = java.util.stream.IntStream.range(0, threads)
                .mapToObj(number -> new Thread(() -> report(to.apply(number)), "load-" + number))
                .toList();
        this.threads.forEach(Thread::start);
    }

    private void report(Client client) {
        for (int number = next.incrementAndGet(); number <= most && !stopped; number = next.incrementAndGet()) {
            String title = "%s %d.".formatted(about, number);
            long begun = System.nanoTime();
            try {
                HttpResponse<String> answer = client.report(title, resolvedAt);
                nanos.add(System.nanoTime() - begun);
                if (answer.statusCode() == 201) {
                    acknowledged.put(
                            title, answer.headers().firstValue("Location").orElseThrow());
                } else {
                    failed(title, answer.statusCode() + " " + answer.body());
                }
                Waiting.pause(pause);
            } catch (IOException notAnswered) {
                failed(title, notAnswered.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void failed(String title, String why) {
        failures.add(title + " " + why);
        Waiting.pause(AFTER_FAILURE);
    }

    /** Waits until all is reported. */
    Load finish() {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return this;
    }

    /** Waits until that many more are acknowledged, however fast the machine is. */
    void awaitMore(int many) {
        int enough = acknowledged.size() + many;
        Waiting.until(many + " more are acknowledged", LONGEST_WAIT, () -> acknowledged.size() >= enough);
    }

    /** Title to path of the postmortem, of what was answered with 201. */
    Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** How long the answer took that is slower than this share of them, in milliseconds. */
    double millis(double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted.length == 0
                ? Double.NaN
                : Arrays.stream(sorted).skip(Math.max(0, index)).findFirst().orElseThrow() / 1e6;
    }

    @Override
    public void close() {
        stopped = true;
        finish();
    }
}
