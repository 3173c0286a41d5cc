package org.postmortemflow.announcement;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PostmortemId;

/** What customers are told (R23): a draft until the meeting approves it, then Customer Support posts it. */
public interface ExternalMessages {

    Optional<ExternalMessage> of(PostmortemId id);

    /** The meeting's word on the draft. */
    void decide(PostmortemId id, boolean approved);

    /** @param approved null until the meeting has decided; {@code postedWhere} and {@code postedAt} are null until posted */
    record ExternalMessage(
            String summary,
            String whatHappened,
            String whatWeDo,
            @Nullable Boolean approved,
            @Nullable String postedWhere,
            java.time.@Nullable Instant postedAt) {}
}
