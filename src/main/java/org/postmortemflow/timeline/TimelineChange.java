package org.postmortemflow.timeline;

import java.time.Instant;
import java.util.Arrays;
import org.postmortemflow.shared.PersonId;

/**
 * One change of a timeline: who, what, when. Never changed itself.
 *
 * @param item as it was after the change; of a deleted one, as it was before
 * @param version of the row after the change
 */
public record TimelineChange(TimelineItem item, int version, Action action, Instant changedAt, PersonId by) {

    /** What was done to an item. */
    public enum Action {
        ADDED("added"),
        CHANGED("changed"),
        HIDDEN("put aside"),
        SHOWN("shown again"),
        TIME_CONFIRMED("time confirmed"),
        DELETED("deleted");

        private final String label;

        Action(String label) {
            this.label = label;
        }

        /** Shown to people. */
        public String label() {
            return label;
        }

        /** @throws java.util.NoSuchElementException for an unknown name */
        public static Action of(String name) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
