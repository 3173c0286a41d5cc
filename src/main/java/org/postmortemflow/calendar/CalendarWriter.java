package org.postmortemflow.calendar;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Conference;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.Version;
import net.fortuna.ical4j.model.property.XProperty;
import org.postmortemflow.notification.Links;
import org.springframework.stereotype.Component;

/**
 * Writes meetings for calendars that are read, not answered: without METHOD, organizer and attendees, so that no server invites
 * anybody on its own (RFC 6638); the invites are mails. The same meetings always give the same octets.
 */
@Component
class CalendarWriter {

    private final Links links;

    CalendarWriter(Links links) {
        this.links = links;
    }

    /**
     * @param blocks whether the meetings make whoever subscribes busy
     * @param refresh how often to read the feed again
     */
    String feed(String name, List<CalendarMeeting> meetings, boolean blocks, Duration refresh) {
        Calendar calendar = empty();
        calendar.add(new Name(name));
        calendar.add(new XProperty("X-WR-CALNAME", name));
        RefreshInterval interval = new RefreshInterval(new ParameterList(), refresh.toString());
        interval.add(Value.DURATION);
        calendar.add(interval);
        calendar.add(new XProperty("X-PUBLISHED-TTL", refresh.toString()));
        meetings.forEach(meeting -> calendar.add(event(meeting, blocks)));
        if (meetings.isEmpty()) {
            calendar.add(something());
        }
        return CalendarText.of(calendar);
    }

    /** One meeting as a calendar server keeps it (RFC 4791 §4.1). */
    String entry(CalendarMeeting meeting) {
        Calendar calendar = empty();
        calendar.add(event(meeting, false));
        return CalendarText.of(calendar);
    }

    private static Calendar empty() {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Postmortem Flow//Meetings//EN"));
        calendar.add(new Version(new ParameterList(), Version.VALUE_2_0));
        return calendar;
    }

    /** A calendar holds at least one component (RFC 5545 §3.6), and some readers insist; this one shows nothing. */
    private static VTimeZone something() {
        Standard always = new Standard();
        always.add(new DtStart<>(LocalDateTime.of(1970, 1, 1, 0, 0)));
        always.add(new TzOffsetFrom(ZoneOffset.UTC));
        always.add(new TzOffsetTo(ZoneOffset.UTC));
        VTimeZone zone = new VTimeZone();
        zone.add(new TzId("UTC"));
        zone.add(always);
        return zone;
    }

    private VEvent event(CalendarMeeting meeting, boolean blocks) {
        String link = links.postmortem(meeting.postmortem());
        VEvent event = new VEvent(false);
        event.add(new Uid(meeting.uid()));
        event.add(new DtStamp(meeting.changedAt()));
        event.add(new LastModified(meeting.changedAt()));
        event.add(new DtStart<>(meeting.start()));
        event.add(new DtEnd<>(meeting.end()));
        event.add(new Sequence(meeting.sequence()));
        event.add(new Status(meeting.cancelled() ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
        event.add(new Summary(CalendarText.plain("Postmortem: " + meeting.title())));
        event.add(new Description("The postmortem: " + link));
        event.add(new Url(URI.create(link)));
        boolean busy = blocks && !meeting.cancelled();
        event.add(new Transp(busy ? Transp.VALUE_OPAQUE : Transp.VALUE_TRANSPARENT));
        String videoLink = meeting.videoLink();
        if (videoLink != null) {
            event.add(new Location(CalendarText.plain(videoLink)));
            Conference conference = new Conference(CalendarText.plain(videoLink));
            conference.add(Value.URI);
            event.add(conference);
        }
        return event;
    }
}
