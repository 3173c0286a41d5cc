package org.postmortemflow.lifecycle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** What happened to a postmortem, in order, with who did it. Entries are never changed. */
public interface History {

    /** @param by null when the process did it; {@code text} is one plain sentence */
    void note(PostmortemId id, String text, @Nullable PersonId by);

    /** Oldest first. */
    List<Entry> of(PostmortemId id);

    /** One thing that happened. */
    record Entry(Instant at, String text, @Nullable PersonId by) {}
}
