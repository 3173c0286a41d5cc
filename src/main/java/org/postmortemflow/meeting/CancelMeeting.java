package org.postmortemflow.meeting;

import org.postmortemflow.lifecycle.History;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls a planned meeting off: one iTIP CANCEL to each attendee (RFC 5546 §3.2.5). */
@Component
public class CancelMeeting {

    private final MeetingRecords meetings;
    private final MeetingMails mails;
    private final History history;

    CancelMeeting(MeetingRecords meetings, MeetingMails mails, History history) {
        this.meetings = meetings;
        this.mails = mails;
        this.history = history;
    }

    /** Nothing happens when no meeting is planned or it was held or cancelled already; who was never invited is not told. */
    @Transactional
    public void cancel(PostmortemId id) {
        meetings.of(id)
                .filter(meeting -> !meeting.cancelled() && meeting.heldAt() == null)
                .ifPresent(this::cancel);
    }

    private void cancel(Meeting meeting) {
        PostmortemId id = meeting.postmortem();
        Meeting calledOff = meeting.calledOff();
        meetings.change(calledOff, meeting.sequence());
        if (meetings.told(id).isPresent()) {
            mails.cancel(calledOff);
            meetings.tell(id, calledOff.sequence());
        }
        history.note(id, History.Kind.DECISION, "The meeting was called off.", null);
    }
}
