package org.postmortemflow.timeline.candidates;

import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;

/** Writing is shared work: whoever reads a postmortem may help. One that was waived or cancelled stays as it is. */
@Component
public class OpenForWriting {

    private final Postmortems postmortems;

    OpenForWriting(Postmortems postmortems) {
        this.postmortems = postmortems;
    }

    public boolean is(PostmortemId id) {
        Status status = postmortems.get(id).status();
        return status != Status.WAIVED && status != Status.CANCELLED;
    }

    /** @throws Refused when it is read only */
    void require(PostmortemId id) {
        if (!is(id)) {
            throw new Refused("This postmortem has ended: its timeline stays as it is.");
        }
    }
}
