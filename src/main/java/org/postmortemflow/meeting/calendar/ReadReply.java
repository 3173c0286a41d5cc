package org.postmortemflow.meeting.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.meeting.Answer;
import org.postmortemflow.meeting.Reply;

/**
 * A reply as a calendar program sent it.
 *
 * @param attendee lower case, without {@code mailto:}
 * @param answer null when it says no more than that it was seen (NEEDS-ACTION)
 * @param stamp when it was made; null when it does not say
 * @param remark may be empty
 */
public record ReadReply(
        String uid,
        String attendee,
        @Nullable Answer answer,
        int sequence,
        @Nullable Instant stamp,
        String remark,
        Reply.@Nullable Proposal proposal) {}
