package org.postmortemflow.dashboard.domain;

import java.util.Collection;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** So many of so many. */
public record Share(int part, int whole) {

    /** None of none. */
    public static final Share NONE = new Share(0, 0);

    /** How many of these are such. */
    public static <T> Share of(Collection<T> all, Predicate<T> such) {
        return new Share((int) all.stream().filter(such).count(), all.size());
    }

    /** Rounded to a whole number, but 100 only when it is all of them, and 0 only when it is none; null of nothing. */
    public @Nullable Integer percent() {
        if (whole == 0) {
            return null;
        }
        int rounded = Math.round(100f * part / whole);
        int most = part < whole ? 99 : 100;
        return Math.min(most, Math.max(part > 0 ? 1 : 0, rounded));
    }

    /** Whether it is less than that many of a hundred; nothing is not. */
    public boolean isUnder(int percent) {
        return whole > 0 && 100L * part < (long) percent * whole;
    }

    /** For people: {@code 84 % (21 of 25)}. */
    public String words() {
        return whole == 0 ? "none to count" : "%d %% (%d of %d)".formatted(percent(), part, whole);
    }
}
