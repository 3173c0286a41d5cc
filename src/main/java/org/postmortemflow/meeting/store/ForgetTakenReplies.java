package org.postmortemflow.meeting.store;

import java.util.List;
import org.postmortemflow.people.KeptForATime;
import org.springframework.stereotype.Component;

/** A reply is not sent again after that long. */
@Component
class ForgetTakenReplies implements KeptForATime {

    @Override
    public Kind kind() {
        return Kind.DELIVERIES;
    }

    @Override
    public List<String> deletes() {
        return List.of("delete from meeting_reply_taken where taken_at < ?");
    }
}
