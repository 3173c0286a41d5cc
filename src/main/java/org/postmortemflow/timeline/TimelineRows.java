package org.postmortemflow.timeline;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.timeline.TimelineChange.Action;

/** The rows of timelines as they are kept, and what was done to them. Every write belongs to the caller's transaction. */
public interface TimelineRows {

    /** Ordered by time, those at the same instant by their position; hidden ones included. */
    List<TimelineRow> of(PostmortemId id);

    Optional<TimelineRow> row(PostmortemId id, UUID item);

    /** Whether any postmortem has an item of this id. */
    boolean isTaken(UUID item);

    /** @param after the row behind which it stands among those at the same instant; null: behind all */
    void insert(PostmortemId id, TimelineRow row, @Nullable UUID after, PersonId by);

    /**
     * Writes a row of the version before {@code row}'s.
     *
     * @return false when the row has another version, or is gone; then nothing was written
     */
    boolean update(PostmortemId id, TimelineRow row, Action action, PersonId by);

    /** @return false when the row is gone or not of this version; then nothing was deleted */
    boolean delete(PostmortemId id, TimelineRow row, PersonId by);

    /** Oldest first. */
    List<TimelineChange> changes(PostmortemId id);
}
