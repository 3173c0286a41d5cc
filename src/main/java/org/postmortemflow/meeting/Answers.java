package org.postmortemflow.meeting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who said what to the meeting as it stands: an answer to an earlier time does not count for a later one. */
@Component
public class Answers {

    private final MeetingRecords meetings;
    private final ReplyRecords replies;

    Answers(MeetingRecords meetings, ReplyRecords replies) {
        this.meetings = meetings;
        this.replies = replies;
    }

    /** One entry per attendee, in the meeting's order. */
    public List<AttendeeAnswer> of(Meeting meeting) {
        Map<String, Reply> all = replies.of(meeting.postmortem());
        int since = since(meeting);
        return meeting.attendees().stream()
                .map(attendee -> new AttendeeAnswer(attendee, all.get(EmailAddress.key(attendee.email())), since))
                .toList();
    }

    /** Whether that reply was to an invite to another time than the present one. */
    boolean isOutdated(Meeting meeting, Reply reply) {
        return reply.sequence() < since(meeting);
    }

    private int since(Meeting meeting) {
        return meetings.past(meeting.postmortem())
                .map(MeetingRecords.Past::timeSequence)
                .orElse(0);
    }

    /**
     * @param last what they answered last, to whichever invite; null when they never did
     * @param since the first sequence that names the present time
     */
    public record AttendeeAnswer(
            Meeting.Attendee attendee, @Nullable Reply last, int since) {

        /** What they answered to the present time. */
        public Optional<Reply> reply() {
            return Optional.ofNullable(last).filter(one -> one.sequence() >= since);
        }

        /** What they answered to an earlier time, while they have not answered to this one. */
        public Optional<Reply> outdated() {
            return Optional.ofNullable(last).filter(one -> one.sequence() < since);
        }

        public @Nullable Answer answer() {
            return reply().map(Reply::answer).orElse(null);
        }

        /** Whether the meeting would be without somebody who belongs there (R11). */
        public boolean isMissed() {
            return attendee.required() && answer() == Answer.DECLINED;
        }
    }
}
