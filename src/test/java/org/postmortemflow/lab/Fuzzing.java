package org.postmortemflow.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Feeds a reader with changed samples for a while: it may refuse in the declared way, and do nothing else. */
public final class Fuzzing {

    private static final Duration LONGEST_READ = Duration.ofSeconds(5);
    private static final long MOST_GROWTH = 32L << 20;

    /** Always the same inputs in the same order; how many of them are tried is a matter of time. */
    private static final long SEED = 20260610;

    /** Also on a busy machine. */
    private static final int LEAST = 100;

    private final List<byte[]> samples;
    private final Set<Class<? extends Exception>> refusals;

    /** What is under test. */
    @FunctionalInterface
    public interface Reader {
        void read(byte[] input) throws Exception;
    }

    /** @param refusals what the reader may throw */
    public Fuzzing(List<byte[]> samples, Set<Class<? extends Exception>> refusals) {
        this.samples = List.copyOf(samples);
        this.refusals = Set.copyOf(refusals);
    }

    /** The contents of all files of a folder whose name ends so. */
    public static List<byte[]> samples(String folder, String ending) throws java.io.IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources", folder))) {
            List<byte[]> all = new java.util.ArrayList<>();
            for (Path file : files.filter(one -> one.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                all.add(Files.readAllBytes(file));
            }
            return all;
        }
    }

    /** 60 seconds in the lab, 3 in the ordinary build. */
    public void run(Reader reader, Finding finding) throws Exception {
        Mutations mutations = new Mutations(samples, SEED);
        for (byte[] sample : samples) {
            reader.read(sample);
        }
        long before = heap();
        long end = System.nanoTime() + Duration.ofSeconds(Lab.times(60, 3)).toNanos();
        long slowest = 0;
        int refused = 0;
        int read = 0;
        while (System.nanoTime() < end || read + refused < LEAST) {
            byte[] input = mutations.next();
            long begun = System.nanoTime();
            if (isRead(reader, input)) {
                read++;
            } else {
                refused++;
            }
            slowest = Math.max(slowest, System.nanoTime() - begun);
        }
        long growth = heap() - before;
        finding.measured(
                "%,d inputs read, %,d refused, slowest %d ms, heap %+d KB",
                read, refused, Duration.ofNanos(slowest).toMillis(), growth >> 10);
        assertThat(read).as("some input is still readable").isPositive();
        assertThat(Duration.ofNanos(slowest)).isLessThan(LONGEST_READ);
        assertThat(growth).as("growth of the heap in bytes").isLessThan(MOST_GROWTH);
    }

    private boolean isRead(Reader reader, byte[] input) throws Exception {
        try {
            reader.read(input);
            return true;
        } catch (Exception | StackOverflowError | OutOfMemoryError thrown) {
            if (refusals.stream().anyMatch(kind -> kind.isInstance(thrown))) {
                return false;
            }
            Path kept = Files.createDirectories(Path.of("target", "lab")).resolve("unexpected-input");
            Files.write(kept, input);
            throw new AssertionError(
                    "Unexpected for the input in " + kept + ":\n" + new String(input, StandardCharsets.UTF_8), thrown);
        }
    }

    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}
