package org.postmortemflow.meeting.calendar;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Action;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Conference;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.Version;
import net.fortuna.ical4j.validate.ValidationException;
import net.fortuna.ical4j.validate.ValidationResult;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.calendar.CalendarText;
import org.postmortemflow.meeting.Answer;
import org.postmortemflow.meeting.EmailAddress;
import org.postmortemflow.meeting.InvitesRejected;

/** Writes iTIP messages that calendars take for one of their own: UTC times, no zone definitions, no control characters. */
public final class InviteWriter {

    private static final Duration REMINDER = Duration.ofMinutes(-15);

    private InviteWriter() {}

    /** @throws InvitesRejected when what is written would not be valid */
    public static String write(Invite invite) {
        try {
            Calendar calendar = calendar(invite);
            ValidationResult result = calendar.validate(true);
            if (result.hasErrors()) {
                throw new InvitesRejected("No calendar would take this invite: " + result.getEntries());
            }
            return CalendarText.of(calendar);
        } catch (ValidationException | IllegalArgumentException e) {
            throw new InvitesRejected("No calendar would take this invite: " + e.getMessage());
        }
    }

    private static Calendar calendar(Invite invite) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Postmortem Flow//Meetings//EN"));
        calendar.add(new Version(new ParameterList(), Version.VALUE_2_0));
        calendar.add(new Method(invite.method().itip()));
        calendar.add(event(invite));
        return calendar;
    }

    private static VEvent event(Invite invite) {
        boolean asked = invite.method() == Invite.Method.REQUEST;
        VEvent event = new VEvent(false);
        event.add(new Uid(invite.uid()));
        event.add(new DtStamp(invite.written().stamp()));
        event.add(new Created(invite.written().created()));
        event.add(new LastModified(invite.written().changed()));
        event.add(new DtStart<>(invite.start()));
        event.add(new DtEnd<>(invite.start().plus(invite.length())));
        event.add(new Sequence(invite.sequence()));
        if (invite.method() != Invite.Method.UNINVITE) {
            event.add(new Status(asked ? Status.VALUE_CONFIRMED : Status.VALUE_CANCELLED));
        }
        event.add(new Summary(CalendarText.plain(invite.summary())));
        event.add(new Description(CalendarText.plain(invite.description())));
        event.add(new Url(URI.create(invite.url())));
        event.add(new Transp(Transp.VALUE_OPAQUE));
        event.add(organizer(invite));
        invite.invitees().forEach(invitee -> event.add(attendee(invitee, asked)));
        String videoLink = invite.videoLink();
        if (videoLink != null) {
            event.add(new Location(CalendarText.plain(videoLink)));
            event.add(conference(videoLink));
        }
        if (asked) {
            event.add(reminder(invite));
        }
        return event;
    }

    private static Property organizer(Invite invite) {
        Organizer organizer = new Organizer(mailto(invite.organizerEmail()));
        organizer.add(new Cn(name(invite.organizerName())));
        return organizer;
    }

    private static Property attendee(Invite.Invitee invitee, boolean asked) {
        Attendee attendee = new Attendee(mailto(invitee.email()));
        attendee.add(CuType.INDIVIDUAL);
        attendee.add(invitee.required() ? Role.REQ_PARTICIPANT : Role.OPT_PARTICIPANT);
        attendee.add(partStat(invitee.answer()));
        if (asked) {
            attendee.add(Rsvp.TRUE);
        }
        attendee.add(new Cn(name(invitee.name())));
        return attendee;
    }

    private static PartStat partStat(@Nullable Answer answer) {
        if (answer == null) {
            return PartStat.NEEDS_ACTION;
        }
        return switch (answer) {
            case ACCEPTED -> PartStat.ACCEPTED;
            case TENTATIVE -> PartStat.TENTATIVE;
            case DECLINED -> PartStat.DECLINED;
            case DELEGATED -> PartStat.DELEGATED;
        };
    }

    private static Property conference(String videoLink) {
        Conference conference = new Conference(CalendarText.plain(videoLink));
        conference.add(Value.URI);
        return conference;
    }

    private static VAlarm reminder(Invite invite) {
        VAlarm alarm = new VAlarm(REMINDER);
        alarm.add(new Action(Action.VALUE_DISPLAY));
        alarm.add(new Description(CalendarText.plain(invite.summary())));
        return alarm;
    }

    private static URI mailto(String email) {
        if (!EmailAddress.isOne(email)) {
            throw new IllegalArgumentException("not an e-mail address: " + CalendarText.plain(email));
        }
        try {
            return new URI("mailto", email, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Parameters hold neither quotes nor lines. */
    private static String name(String text) {
        return CalendarText.plain(text).replaceAll("[\"\n\t]", " ").strip();
    }
}
