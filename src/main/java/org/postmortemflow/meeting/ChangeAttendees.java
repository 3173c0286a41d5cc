package org.postmortemflow.meeting;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.meeting.Invitees.Need;
import org.postmortemflow.notification.MailSettings;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites somebody besides, or takes somebody off the list. Only they get a message: for everybody else the meeting is what it
 * was, and its page shows who is invited (RFC 5546 §3.2.2, §3.2.5).
 */
@Component
public class ChangeAttendees {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 500;

    private final MeetingRecords meetings;
    private final ReplyRecords replies;
    private final Invitees invitees;
    private final MeetingMails mails;
    private final Organisation organisation;
    private final Readership readership;
    private final Permissions permissions;
    private final MailSettings settings;
    private final History history;

    ChangeAttendees(
            MeetingRecords meetings,
            ReplyRecords replies,
            Invitees invitees,
            MeetingMails mails,
            Organisation organisation,
            Readership readership,
            Permissions permissions,
            MailSettings settings,
            History history) {
        this.meetings = meetings;
        this.replies = replies;
        this.invitees = invitees;
        this.mails = mails;
        this.organisation = organisation;
        this.readership = readership;
        this.permissions = permissions;
        this.settings = settings;
        this.history = history;
    }

    /**
     * Whom to invite.
     *
     * @param person the id of somebody in the organisation file; empty for somebody outside, who has a name and an address
     * @param reason why they are invited, for everybody to read
     */
    public record ToInvite(String person, String name, String email, boolean required, String reason) {}

    /** Whether the person may change who is invited: who may move the meeting, may. */
    public boolean mayChange(Meeting meeting, PersonId person) {
        return person.equals(meeting.facilitator()) || permissions.mayChange(meeting.postmortem(), person);
    }

    /** @throws Refused with a message per field, without permission, or when the meeting is over */
    @Transactional
    public void invite(PostmortemId id, ToInvite wanted, PersonId by) {
        Meeting meeting = planned(id, by);
        Meeting.Attendee added = check(meeting, wanted);
        Meeting more = meeting.with(
                Stream.concat(meeting.attendees().stream(), Stream.of(added)).toList());
        meetings.readmit(id, EmailAddress.key(added.email()));
        meetings.change(more, meeting.sequence());
        if (isTold(meeting)) {
            send(() -> mails.request(more, List.of(added), "meeting-invite"));
        }
        history.note(id, "%s is invited to the meeting: %s.".formatted(added.name(), dotless(added.reason())), by);
    }

    /**
     * @param email of the attendee; case does not matter
     * @throws Refused with a message per field, without permission, or when the meeting cannot be without them (R11)
     */
    @Transactional
    public void takeOff(PostmortemId id, String email, String reason, PersonId by) {
        Meeting meeting = planned(id, by);
        Meeting.Attendee gone = meeting.attendees().stream()
                .filter(one -> EmailAddress.key(one.email()).equals(EmailAddress.key(email)))
                .findFirst()
                .orElseThrow(() -> new Refused("email", "Nobody with this address is invited."));
        boolean always = invitees.of(id).stream()
                .anyMatch(one -> one.need() == Need.ALWAYS && one.person().id().equals(gone.person()));
        boolean leads = gone.person() != null && gone.person().equals(meeting.facilitator());
        new Problems()
                .when(always, "", "The meeting cannot be without its owner and the incident commander.")
                .when(leads, "", "%s leads the meeting.".formatted(gone.name()))
                .when(reason.isBlank(), "reason", "Please give the reason; the history keeps it.")
                .when(reason.length() > LONGEST_REASON, "reason", "Please keep the reason below 500 characters.")
                .refuseIfAny();
        takeOff(meeting, gone, reason.strip(), by);
    }

    /** A cancellation raises the sequence (RFC 5546 §3.2.5); those who stay know the meeting by the one they have. */
    private void takeOff(Meeting meeting, Meeting.Attendee gone, String reason, PersonId by) {
        PostmortemId id = meeting.postmortem();
        boolean told = meetings.told(id).isPresent();
        Meeting raised = told ? meeting.raised() : meeting;
        if (told) {
            send(() -> mails.uninvite(raised, gone));
        }
        boolean upToDate = isTold(meeting);
        meetings.change(
                raised.with(meeting.attendees().stream()
                        .filter(one -> !one.equals(gone))
                        .toList()),
                meeting.sequence());
        if (upToDate) {
            meetings.tell(id, raised.sequence());
        }
        String email = EmailAddress.key(gone.email());
        replies.remove(id, email);
        meetings.uninvite(id, new MeetingRecords.Uninvited(email, gone.name(), reason));
        history.note(id, "%s is no longer invited to the meeting: %s.".formatted(gone.name(), dotless(reason)), by);
    }

    private Meeting planned(PostmortemId id, PersonId by) {
        Meeting meeting = meetings.toChange(id)
                .filter(known -> !known.cancelled())
                .orElseThrow(() -> new Refused("No meeting is planned yet; whom to invite is asked when it is."));
        if (!by.equals(meeting.facilitator())) {
            permissions.requireChange(id, by);
        }
        if (meeting.heldAt() != null) {
            throw new Refused("The meeting was held already.");
        }
        return meeting;
    }

    /** Whether everybody knows the meeting as it is; if not, the next message tells them anyway. */
    private boolean isTold(Meeting meeting) {
        return meetings.told(meeting.postmortem())
                .filter(told -> told == meeting.sequence())
                .isPresent();
    }

    private Meeting.Attendee check(Meeting meeting, ToInvite wanted) {
        @Nullable Person person = person(wanted);
        String email = person == null ? wanted.email().strip() : person.email();
        String name =
                person == null ? wanted.name().replaceAll("[\\p{Cntrl}]", " ").strip() : person.name();
        boolean outside = wanted.person().isBlank();
        boolean hidden = readership.privacy(meeting.postmortem()).isPresent()
                && (person == null || !readership.mayRead(meeting.postmortem(), person.id()));
        String key = EmailAddress.key(email);
        String who = outside ? "email" : "person";
        new Problems()
                .when(!outside && person == null, "person", "Nobody in the organisation has this id.")
                .when(outside && person == null && name.isEmpty(), "name", "Please choose a person, or give a name.")
                .when(name.length() > LONGEST_NAME, "name", "Please keep the name below 200 characters.")
                .when(
                        outside && person == null && !EmailAddress.isOne(email),
                        "email",
                        "Please give an e-mail address like ada@example.com.")
                .when(key.equals(EmailAddress.key(settings.from())), who, "This is the mailbox that invites come from.")
                .when(
                        meeting.attendees().stream()
                                .anyMatch(one -> EmailAddress.key(one.email()).equals(key)),
                        who,
                        "%s is invited already.".formatted(name))
                .when(hidden, who, "This postmortem is private. Please name them as a reader first.")
                .when(wanted.reason().isBlank(), "reason", "Please say why they are needed; everybody invited sees it.")
                .when(
                        wanted.reason().length() > LONGEST_REASON,
                        "reason",
                        "Please keep the reason below 500 characters.")
                .refuseIfAny();
        PersonId id = person == null ? null : person.id();
        String reason = dotless(wanted.reason().replaceAll("\\s+", " "));
        return new Meeting.Attendee(id, name, email, wanted.required(), reason, null);
    }

    /** Also somebody of the organisation whose address was typed. */
    private @Nullable Person person(ToInvite wanted) {
        return wanted.person().isBlank()
                ? organisation.personByEmail(wanted.email().strip()).orElse(null)
                : organisation.person(new PersonId(wanted.person().strip())).orElse(null);
    }

    private static void send(Runnable mails) {
        try {
            mails.run();
        } catch (InvitesRejected rejected) {
            throw new Refused("No calendar would take this invite. Please check names and addresses.");
        }
    }

    private static String dotless(String text) {
        return text.strip().replaceFirst("\\.+$", "");
    }
}
