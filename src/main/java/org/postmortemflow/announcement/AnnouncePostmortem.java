package org.postmortemflow.announcement;

import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** Tells colleagues that a postmortem has begun, with the link (R24, R4). */
@Component
public class AnnouncePostmortem {

    /** Writes the mails down, once. */
    public void announce(PostmortemId id) {
        throw new UnsupportedOperationException("comes with the announcement room");
    }
}
