package org.postmortemflow.journey;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for what another process does. */
final class Waiting {

    private Waiting() {}

    /** Something that may be true later. */
    interface Condition {
        boolean holds() throws Exception;
    }

    /** @throws AssertionError when {@code what} does not come true in time */
    static void until(String what, Duration atMost, Condition condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + atMost.toSeconds() + " s: " + what);
            }
            pause();
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

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
