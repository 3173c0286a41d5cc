package org.postmortemflow.reminder;

import java.time.Instant;
import java.util.Optional;
import org.postmortemflow.shared.PostmortemId;

/** When people were last nudged. */
public interface NudgeRecords {

    Optional<Nudged> last(PostmortemId id);

    /**
     * Within the caller's transaction, which must end without a commit when this is false.
     *
     * @return false when there was a nudge after {@code before}, or another one is written at this moment
     */
    boolean note(PostmortemId id, Nudged nudged, Instant before);
}
