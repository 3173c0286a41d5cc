package org.postmortemflow.signin;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A bucket of tries for each key; tries come back evenly. Kept in memory, by each node for itself, and only for the keys that were
 * used last: a flood of keys takes no more memory than that. Time is the machine's steady one: the clock may jump.
 */
final class Buckets {

    private static final int MOST_KEYS = 20_000;
    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Bandwidth bandwidth;
    private final TimeMeter time;
    private final Map<String, Bucket> byKey = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEYS;
        }
    });

    /** @param most tries at once; as many come back within {@code per} */
    Buckets(int most, Duration per, TimeMeter time) {
        this.bandwidth =
                Bandwidth.builder().capacity(most).refillGreedy(most, per).build();
        this.time = time;
    }

    /** Seconds until the next try, 0 when it may be now; takes nothing. */
    long secondsToWait(String key) {
        Bucket bucket = byKey.get(key);
        if (bucket == null) {
            return 0;
        }
        EstimationProbe probe = bucket.estimateAbilityToConsume(1);
        return probe.canBeConsumed() ? 0 : Math.max(1, (probe.getNanosToWaitForRefill() + NANOS - 1) / NANOS);
    }

    /** Takes one, also where none is left: whoever tries at many doors at once waits the longer. */
    void take(String key) {
        byKey.computeIfAbsent(key, this::full).consumeIgnoringRateLimits(1);
    }

    /** Takes one if there is one. @return seconds until the next try, 0 when this one is granted */
    long tryTake(String key) {
        return byKey.computeIfAbsent(key, this::full).tryConsume(1) ? 0 : secondsToWait(key);
    }

    void forget(String key) {
        byKey.remove(key);
    }

    private Bucket full(String key) {
        return Bucket.builder()
                .addLimit(bandwidth)
                .withCustomTimePrecision(time)
                .build();
    }
}
