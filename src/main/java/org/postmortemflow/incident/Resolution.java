package org.postmortemflow.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a report says about the end of the incident.
 *
 * @param at when it was resolved; null unless it was
 */
public record Resolution(State state, @Nullable Instant at) {

    /** Over, still (or again) going on, or not mentioned. */
    public enum State {
        RESOLVED,
        ONGOING,
        UNTOLD
    }

    /** Resolved at that instant. */
    public static Resolution at(Instant instant) {
        return new Resolution(State.RESOLVED, instant);
    }

    /** It goes on, or it was reopened. */
    public static Resolution ongoing() {
        return new Resolution(State.ONGOING, null);
    }

    /** The report does not tell. */
    public static Resolution untold() {
        return new Resolution(State.UNTOLD, null);
    }
}
