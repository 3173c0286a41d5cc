package org.postmortemflow.timeline;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the impact, and where it comes from.
 *
 * @param length never negative; null when the timeline does not tell it
 * @param stretches the times that were added up; empty with a length of zero when nothing of the kind happened
 * @param lacking what the timeline would have to say, in words; empty when {@code length} is known
 */
public record Figure(@Nullable Duration length, List<Stretch> stretches, String lacking) {

    /** From one row to another; the second is never before the first. */
    public record Stretch(TimelineItem from, TimelineItem to) {

        public Duration length() {
            return Duration.between(from.at(), to.at());
        }
    }

    static Figure of(List<Stretch> stretches) {
        return new Figure(stretches.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus), stretches, "");
    }

    static Figure unknown(String lacking) {
        return new Figure(null, List.of(), lacking);
    }

    public boolean isKnown() {
        return length != null;
    }

    /** Rounded to the nearest minute; null when it is not known. */
    public @Nullable Long minutes() {
        return length == null ? null : length.plusSeconds(30).toMinutes();
    }

    /** Whether a number of minutes that a person typed says the same, give or take the rounding. */
    public boolean agreesWith(long typedMinutes) {
        return length == null
                || length.minus(Duration.ofMinutes(typedMinutes)).abs().compareTo(Duration.ofMinutes(1)) < 0;
    }
}
