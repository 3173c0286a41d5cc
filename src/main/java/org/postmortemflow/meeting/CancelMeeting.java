package org.postmortemflow.meeting;

import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** Calls a planned meeting off: one iTIP CANCEL to each attendee (RFC 5546 §3.2.5). */
@Component
public class CancelMeeting {

    /** Nothing happens when no meeting is planned or it was held or cancelled already. */
    public void cancel(PostmortemId id) {
        throw new UnsupportedOperationException("comes with the meeting room");
    }
}
