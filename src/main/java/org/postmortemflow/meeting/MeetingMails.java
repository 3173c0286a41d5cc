package org.postmortemflow.meeting;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.meeting.calendar.Invite;
import org.postmortemflow.meeting.calendar.InviteWriter;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.Mail.CalendarPart;
import org.postmortemflow.notification.MailSettings;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** One mail with the calendar entry to each attendee; the entry is written before the first mail is. */
@Component
class MeetingMails {

    private final Postmortems postmortems;
    private final Agenda agenda;
    private final OrganisationTime time;
    private final Links links;
    private final MailSettings settings;
    private final Outbox outbox;
    private final Clock clock;

    MeetingMails(
            Postmortems postmortems,
            Agenda agenda,
            OrganisationTime time,
            Links links,
            MailSettings settings,
            Outbox outbox,
            Clock clock) {
        this.postmortems = postmortems;
        this.agenda = agenda;
        this.time = time;
        this.links = links;
        this.settings = settings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @throws InvitesRejected before any mail is written */
    void request(Meeting meeting, List<Meeting.Attendee> to, String template) {
        send(meeting, to, template, Invite.Method.REQUEST);
    }

    /** @throws InvitesRejected before any mail is written */
    void cancel(Meeting meeting) {
        send(meeting, meeting.attendees(), "meeting-cancelled", Invite.Method.CANCEL);
    }

    private void send(Meeting meeting, List<Meeting.Attendee> to, String template, Invite.Method method) {
        String title = postmortems.get(meeting.postmortem()).title();
        String text = agenda.of(meeting.postmortem(), meeting.length().toMinutes());
        CalendarPart entry = new CalendarPart(method.name(), InviteWriter.write(invite(meeting, method, title, text)));
        String occasion = String.valueOf(meeting.sequence());
        for (Meeting.Attendee attendee : to) {
            Mail.Recipient recipient = new Mail.Recipient(attendee.person(), attendee.name(), attendee.email());
            Map<String, Object> model = model(meeting, attendee, title, text);
            outbox.write(new Mail(meeting.postmortem(), template, occasion, recipient, model, entry));
        }
    }

    private Map<String, Object> model(Meeting meeting, Meeting.Attendee attendee, String title, String text) {
        return Map.of(
                "title", title,
                "personName", attendee.name(),
                "meetingAt",
                        "%s, %d minutes"
                                .formatted(
                                        time.show(meeting.start()),
                                        meeting.length().toMinutes()),
                "reason", attendee.reason(),
                "agenda", text,
                "link", links.postmortem(meeting.postmortem()));
    }

    private Invite invite(Meeting meeting, Invite.Method method, String title, String text) {
        PostmortemId id = meeting.postmortem();
        return new Invite(
                method,
                uid(id),
                meeting.sequence(),
                clock.instant(),
                meeting.start(),
                meeting.length(),
                "Postmortem: " + title,
                text + "\n\nThe postmortem: " + links.postmortem(id),
                meeting.videoLink(),
                links.postmortem(id),
                settings.from(),
                settings.fromName(),
                meeting.attendees().stream()
                        .map(one -> new Invite.Invitee(one.email(), one.name(), one.required()))
                        .toList());
    }

    /** Depends on the postmortem alone, so that moves, and other settings, leave it as it is. */
    private static String uid(PostmortemId id) {
        return id + "@postmortem-flow";
    }
}
