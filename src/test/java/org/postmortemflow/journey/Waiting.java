package org.postmortemflow.journey;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for what another process does. */
public final class Waiting {

    private static final Duration BETWEEN = Duration.ofMillis(200);

    private Waiting() {}

    /** Something that may be true later. */
    public interface Condition {
        boolean holds() throws Exception;
    }

    /** @throws AssertionError when {@code what} does not come true in time */
    public static void until(String what, Duration atMost, Condition condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + atMost.toSeconds() + " s: " + what);
            }
            pause(BETWEEN);
        }
    }

    private static boolean holds(Condition condition) {
        try {
            return condition.holds();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static void pause(Duration duration) {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
