package org.postmortemflow.timeline;

import java.time.Duration;

/** Lengths of time in words, as exact as people speak of them. */
public final class Lengths {

    private Lengths() {}

    /** {@code 40 s}, {@code 45 min}, {@code 2 h 5 min}, {@code 3 d 4 h}; rounded to what is shown. */
    public static String words(Duration length) {
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return length.toSeconds() + " s";
        }
        long minutes = length.plusSeconds(30).toMinutes();
        if (minutes < 60) {
            return minutes + " min";
        }
        if (minutes < 48 * 60) {
            return minutes / 60 + " h" + rest(minutes % 60, "min");
        }
        long hours = (minutes + 30) / 60;
        return hours / 24 + " d" + rest(hours % 24, "h");
    }

    private static String rest(long number, String unit) {
        return number == 0 ? "" : " " + number + " " + unit;
    }
}
