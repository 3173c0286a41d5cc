package org.postmortemflow.announcement;

import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** Sends the internal mail right after the meeting: a short paragraph and the link, to all teams involved (R24). */
@Component
public class ShareResult {

    /** Writes the mails down, once; asks Customer Support to post an approved external message. */
    public void share(PostmortemId id) {
        throw new UnsupportedOperationException("comes with the announcement room");
    }
}
