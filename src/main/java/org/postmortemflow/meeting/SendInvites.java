package org.postmortemflow.meeting;

import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** Invites the attendees, or tells them of the new time: one iTIP REQUEST each (RFC 5546 §3.2.2). */
@Component
public class SendInvites {

    /**
     * Writes one invite per attendee down; the same sequence is sent once.
     *
     * @throws InvitesRejected when no calendar would take the invite
     */
    public void send(PostmortemId id) {
        throw new UnsupportedOperationException("comes with the meeting room");
    }
}
