package org.postmortemflow.lifecycle;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** What happened to a postmortem, in order, with who did it. Entries are never changed. */
public interface History {

    /** @param by null when the process did it; {@code text} is one plain sentence */
    void note(PostmortemId id, Kind kind, String text, @Nullable PersonId by);

    /** Notes something that is of no special kind. */
    default void note(PostmortemId id, String text, @Nullable PersonId by) {
        note(id, Kind.OTHER, text, by);
    }

    /** Oldest first. */
    List<Entry> of(PostmortemId id);

    /** One thing that happened. */
    record Entry(
            Instant at, Kind kind, String text, @Nullable PersonId by) {}

    /** What an entry is about. */
    enum Kind {
        STATUS,
        DEADLINE,
        ESCALATION,
        DECISION,
        EDIT,
        OTHER;

        /** As it is kept. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** One that is not known is nothing special. */
        public static Kind ofKey(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst()
                    .orElse(OTHER);
        }
    }
}
