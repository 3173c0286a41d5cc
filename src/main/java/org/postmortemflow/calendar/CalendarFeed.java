package org.postmortemflow.calendar;

import java.time.Clock;
import java.time.Instant;
import org.postmortemflow.people.Names;
import org.postmortemflow.shared.PersonId;
import org.springframework.stereotype.Component;

/** Calendars that programs subscribe to. Nothing in them depends on when they are read, so that they change only with the meetings. */
@Component
public class CalendarFeed {

    /** The shared calendar's name (R10). */
    public static final String NAME = "Incident Postmortem Meetings";

    private final CalendarMeetings meetings;
    private final CalendarWriter writer;
    private final CalendarSettings settings;
    private final Names names;
    private final Clock clock;

    CalendarFeed(
            CalendarMeetings meetings, CalendarWriter writer, CalendarSettings settings, Names names, Clock clock) {
        this.meetings = meetings;
        this.writer = writer;
        this.settings = settings;
        this.names = names;
        this.clock = clock;
    }

    /** The shared calendar: all meetings but those of private postmortems; it makes nobody busy. */
    public String shared() {
        return writer.feed(NAME, meetings.shared(span()), false, settings.refresh());
    }

    /** The meetings that this person is invited to. */
    public String of(PersonId person) {
        String name = "Postmortem meetings of " + names.of(person);
        return writer.feed(name, meetings.of(person, span()), true, settings.refresh());
    }

    private CalendarMeetings.Span span() {
        Instant now = clock.instant();
        return new CalendarMeetings.Span(
                now.minus(settings.past()), now.plus(settings.future()), now.minus(settings.showCancelled()));
    }
}
