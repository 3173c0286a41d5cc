package org.postmortemflow.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Whether a node is as well as before: up, quick, and not heavier. */
final class Health {

    private static final long MOST_MILLIS = 3_000;
    private static final double MOST_GROWTH_MB = 64;

    private final Node node;
    private double before = Double.NaN;
    private double heap;
    private long millis;
    private boolean up;

    Health(Node node) {
        this.node = node;
    }

    /** Looks, and says it in words. */
    String look() throws IOException, InterruptedException {
        new ProcessBuilder("jcmd", "" + node.pid(), "GC.run")
                .redirectErrorStream(true)
                .start()
                .waitFor();
        heap = node.withPassword("admin")
                        .get("/actuator/metrics/jvm.memory.used?tag=area:heap")
                        .at("/measurements/0/value")
                        .asDouble()
                / (1 << 20);
        before = Double.isNaN(before) ? heap : before;
        long begun = System.nanoTime();
        up = node.isUp();
        millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        return "health %s in %d ms, heap %.0f MB after %.0f MB".formatted(up ? "up" : "NOT UP", millis, heap, before);
    }

    /** As it was seen last. */
    void isGood() {
        assertThat(up).as("up").isTrue();
        assertThat(millis).as("milliseconds until health was told").isLessThan(MOST_MILLIS);
        assertThat(heap - before).as("growth of the heap in MB").isLessThan(MOST_GROWTH_MB);
    }
}
