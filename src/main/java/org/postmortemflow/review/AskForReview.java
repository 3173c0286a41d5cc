package org.postmortemflow.review;

import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** Posts the link to the reviewers and attendees at least 24 hours before the meeting, complete or not (R26). */
@Component
public class AskForReview {

    /**
     * Writes the mails down, once for each round and state of completeness; a complete postmortem is In Review from here on.
     *
     * @param complete whether all that was to be written is written
     */
    public void ask(PostmortemId id, boolean complete) {
        throw new UnsupportedOperationException("comes with the review room");
    }
}
