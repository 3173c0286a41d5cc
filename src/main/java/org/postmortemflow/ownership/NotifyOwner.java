package org.postmortemflow.ownership;

import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** Tells the current owner directly that the postmortem is theirs (R2), and that this is no punishment (R3). */
@Component
public class NotifyOwner {

    /** Writes the mail down; the same owner is told once. */
    public void notify(PostmortemId id) {
        throw new UnsupportedOperationException("comes with the ownership room");
    }
}
