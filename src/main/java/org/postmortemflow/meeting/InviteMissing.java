package org.postmortemflow.meeting;

import java.util.List;
import java.util.stream.Stream;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites those who have come to belong in the meeting since the invites were sent, and tells those who have come to be needed
 * there (R11); others hear nothing of it. The sequence stays: the meeting is the same (RFC 5546 §2.1.4).
 */
@Component
public class InviteMissing {

    private final MeetingRecords meetings;
    private final Invitees invitees;
    private final MeetingMails mails;

    InviteMissing(MeetingRecords meetings, Invitees invitees, MeetingMails mails) {
        this.meetings = meetings;
        this.invitees = invitees;
        this.mails = mails;
    }

    /** Nothing happens when nobody is missing, no invite was sent yet, or the meeting was held or called off. */
    @Transactional
    public void invite(PostmortemId id) {
        meetings.toChange(id)
                .filter(meeting -> !meeting.cancelled() && meeting.heldAt() == null)
                .filter(meeting -> meetings.told(id)
                        .filter(told -> told == meeting.sequence())
                        .isPresent())
                .ifPresent(this::complete);
    }

    private void complete(Meeting meeting) {
        List<Meeting.Attendee> known = invitees.asTheyAreNow(meeting);
        List<Meeting.Attendee> missing = invitees.missingIn(meeting);
        Meeting complete =
                meeting.with(Stream.concat(known.stream(), missing.stream()).toList());
        if (complete.equals(meeting)) {
            return;
        }
        List<Meeting.Attendee> needed =
                known.stream().filter(one -> !meeting.attendees().contains(one)).toList();
        meetings.change(complete, meeting.sequence());
        missing.forEach(one -> meetings.readmit(meeting.postmortem(), EmailAddress.key(one.email())));
        mails.request(complete, missing, "meeting-invite");
        mails.request(complete, needed, "meeting-needed");
    }
}
