package org.postmortemflow.meeting;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invites the attendees, or tells them of the new time: one iTIP REQUEST each (RFC 5546 §3.2.2). */
@Component
public class SendInvites {

    private final MeetingRecords meetings;
    private final MeetingMails mails;

    SendInvites(MeetingRecords meetings, MeetingMails mails) {
        this.meetings = meetings;
        this.mails = mails;
    }

    /**
     * Writes one invite per attendee down; the same sequence is sent once, and nothing for a meeting that was called off.
     *
     * @throws InvitesRejected when no calendar would take the invite; then nothing was written
     */
    @Transactional(noRollbackFor = InvitesRejected.class)
    public void send(PostmortemId id) {
        Meeting meeting = meetings.of(id).orElseThrow(() -> new NoSuchElementException("No meeting of " + id));
        Optional<Integer> told = meetings.told(id);
        if (meeting.cancelled() || told.isPresent() && told.get() == meeting.sequence()) {
            return;
        }
        mails.request(meeting, meeting.attendees(), told.isPresent() ? "meeting-moved" : "meeting-invite");
        meetings.tell(id, meeting.sequence());
    }
}
