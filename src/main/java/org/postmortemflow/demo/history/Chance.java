package org.postmortemflow.demo.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Chance that falls the same way each time. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
        // seeds that are close to each other begin alike
        random.nextLong();
    }

    boolean of(double share) {
        return random.nextDouble() < share;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    /** Some of them, in their order. */
    <T> List<T> some(List<T> list, int count) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            places.add(i);
        }
        Collections.shuffle(places, random);
        return places.stream().limit(count).sorted().map(list::get).toList();
    }

    /** Nearer to the shorter one more often: most work is quick, and some takes long. */
    Duration between(Duration shortest, Duration longest) {
        double share = random.nextDouble() * random.nextDouble();
        return shortest.plusSeconds((long) (share * longest.minus(shortest).toSeconds()));
    }

    /** @param low and {@code high} as shares of the way, for example 0.2 and 0.8 */
    Instant onTheWay(Instant from, Instant to, double low, double high) {
        double share = low + random.nextDouble() * (high - low);
        return from.plusSeconds((long) (share * Duration.between(from, to).toSeconds()));
    }

    UUID id() {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(3L << 62) | 2L << 62);
    }
}
