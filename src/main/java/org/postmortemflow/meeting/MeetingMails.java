package org.postmortemflow.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    private final MeetingRecords meetings;
    private final Answers answers;
    private final Postmortems postmortems;
    private final Agenda agenda;
    private final SlotRules rules;
    private final OrganisationTime time;
    private final Links links;
    private final MailSettings settings;
    private final Outbox outbox;
    private final Clock clock;

    MeetingMails(
            MeetingRecords meetings,
            Answers answers,
            Postmortems postmortems,
            Agenda agenda,
            SlotRules rules,
            OrganisationTime time,
            Links links,
            MailSettings settings,
            Outbox outbox,
            Clock clock) {
        this.meetings = meetings;
        this.answers = answers;
        this.postmortems = postmortems;
        this.agenda = agenda;
        this.rules = rules;
        this.time = time;
        this.links = links;
        this.settings = settings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Everybody stands in the entry, but only those in {@code to} get it.
     *
     * @throws InvitesRejected before any mail is written
     */
    void request(Meeting meeting, List<Meeting.Attendee> to, String template) {
        send(meeting, to, template, Invite.Method.REQUEST);
    }

    /** @throws InvitesRejected before any mail is written */
    void cancel(Meeting meeting) {
        send(meeting, meeting.attendees(), "meeting-cancelled", Invite.Method.CANCEL);
    }

    /**
     * Takes the meeting out of one person's calendar; nobody else hears of it.
     *
     * @param meeting with the person still on its list
     */
    void uninvite(Meeting meeting, Meeting.Attendee who) {
        send(meeting, List.of(who), "meeting-uninvited", Invite.Method.UNINVITE);
    }

    private void send(Meeting meeting, List<Meeting.Attendee> to, String template, Invite.Method method) {
        String text = InviteWriter.write(invite(meeting, method, to));
        CalendarPart entry = new CalendarPart(method.itip(), text);
        String occasion = String.valueOf(meeting.sequence());
        for (Meeting.Attendee attendee : to) {
            Mail.Recipient recipient = new Mail.Recipient(attendee.person(), attendee.name(), attendee.email());
            Map<String, Object> model = model(meeting, attendee);
            outbox.write(new Mail(meeting.postmortem(), template, occasion, recipient, model, entry));
        }
    }

    private Map<String, Object> model(Meeting meeting, Meeting.Attendee attendee) {
        return Map.of(
                "title", postmortems.get(meeting.postmortem()).title(),
                "personName", attendee.name(),
                "meetingAt",
                        "%s, %d minutes"
                                .formatted(
                                        time.show(meeting.start()),
                                        meeting.length().toMinutes()),
                "deadline", rules.words(rules.deadline(meeting.postmortem())),
                "reason", attendee.reason(),
                "agenda", agenda(meeting),
                "link", links.postmortem(meeting.postmortem()));
    }

    private Invite invite(Meeting meeting, Invite.Method method, List<Meeting.Attendee> to) {
        PostmortemId id = meeting.postmortem();
        Instant now = clock.instant();
        Invite.Written written = meetings.past(id)
                .map(past -> new Invite.Written(now, past.created(), past.changed()))
                .orElse(new Invite.Written(now, now, now));
        // who is taken off the list hears of nobody else (RFC 5546 §3.2.5)
        boolean all = method != Invite.Method.UNINVITE;
        return new Invite(
                method,
                MeetingUid.of(id),
                meeting.sequence(),
                written,
                meeting.start(),
                meeting.length(),
                "Postmortem: " + postmortems.get(id).title(),
                description(meeting),
                meeting.videoLink(),
                links.postmortem(id),
                settings.from(),
                settings.fromName(),
                answers.of(meeting).stream()
                        .filter(one -> all || to.contains(one.attendee()))
                        .map(MeetingMails::invitee)
                        .toList());
    }

    private static Invite.Invitee invitee(Answers.AttendeeAnswer one) {
        Meeting.Attendee attendee = one.attendee();
        return new Invite.Invitee(attendee.email(), attendee.name(), attendee.required(), one.answer());
    }

    /** What the meeting is about, where the postmortem is, and why each of them is invited (R11, R12). */
    private String description(Meeting meeting) {
        String people = meeting.attendees().stream()
                .map(one -> "%s: %s%s".formatted(one.name(), one.reason(), one.required() ? "" : " (optional)"))
                .collect(Collectors.joining("\n"));
        return "%s\n\nThe postmortem: %s\n\nWho is invited, and why:\n%s"
                .formatted(agenda(meeting), links.postmortem(meeting.postmortem()), people);
    }

    private String agenda(Meeting meeting) {
        return agenda.of(meeting.postmortem(), meeting.length().toMinutes());
    }
}
