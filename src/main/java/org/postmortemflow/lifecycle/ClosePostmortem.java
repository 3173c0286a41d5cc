package org.postmortemflow.lifecycle;

import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Nothing more is to be done on the postmortem; follow-ups live on in the tracker (R8). */
@Component
public class ClosePostmortem {

    private final Postmortems postmortems;

    ClosePostmortem(Postmortems postmortems) {
        this.postmortems = postmortems;
    }

    /** Closes a Reviewed postmortem; one that is Closed already stays as it is. */
    @Transactional
    public void close(PostmortemId id) {
        if (postmortems.get(id).status() != Status.CLOSED) {
            postmortems.moveTo(id, Status.CLOSED, null, null);
        }
    }
}
