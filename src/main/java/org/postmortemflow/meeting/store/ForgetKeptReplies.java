package org.postmortemflow.meeting.store;

import java.util.List;
import org.postmortemflow.people.KeptForATime;
import org.springframework.stereotype.Component;

/** Whole messages, as they came. */
@Component
class ForgetKeptReplies implements KeptForATime {

    @Override
    public Kind kind() {
        return Kind.REPLIES;
    }

    @Override
    public List<String> deletes() {
        return List.of("delete from meeting_reply_kept where received_at < ?");
    }
}
