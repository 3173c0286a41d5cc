package org.postmortemflow.followup;

import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;

/** When follow-ups can be written: by everybody while there is a postmortem, and as corrections once it is closed. */
@Component
public class FollowUpEditing {

    private final Postmortems postmortems;
    private final History history;

    FollowUpEditing(Postmortems postmortems, History history) {
        this.postmortems = postmortems;
        this.history = history;
    }

    public boolean isPossible(PostmortemId id) {
        Status status = postmortems.get(id).status();
        return status != Status.WAIVED && status != Status.CANCELLED;
    }

    /** @throws Refused when it is not possible any more */
    void require(PostmortemId id) {
        if (!isPossible(id)) {
            throw new Refused("This postmortem has ended without being closed: it can be read, and not be changed.");
        }
    }

    /** Notes what was written, marked when it came after the end. */
    void note(PostmortemId id, String text, PersonId by) {
        boolean closed = postmortems.get(id).status() == Status.CLOSED;
        history.note(id, History.Kind.EDIT, closed ? "Correction after closing: " + text : text, by);
    }
}
