package org.postmortemflow.announcement;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PostmortemId;

/** What customers are told (R23): a draft until the meeting approves it, then Customer Support posts it. */
public interface ExternalMessages {

    Optional<ExternalMessage> of(PostmortemId id);

    /** Writes the draft; what the meeting said of an earlier one no longer counts. */
    void draft(PostmortemId id, String summary, String whatHappened, String whatWeDo);

    /** Customer Support has posted it. */
    void posted(PostmortemId id, String where, java.time.Instant at);

    /** The meeting's word on the draft. */
    void decide(PostmortemId id, boolean approved);

    /** @param approved null until the meeting has decided; {@code postedWhere} and {@code postedAt} are null until posted */
    record ExternalMessage(
            String summary,
            String whatHappened,
            String whatWeDo,
            @Nullable Boolean approved,
            @Nullable String postedWhere,
            java.time.@Nullable Instant postedAt) {

        /** The whole message as customers will read it (R23). */
        public String text() {
            return "Summary\n%s\n\nWhat happened\n%s\n\nWhat are we doing about this\n%s"
                    .formatted(summary, whatHappened, whatWeDo);
        }
    }
}
