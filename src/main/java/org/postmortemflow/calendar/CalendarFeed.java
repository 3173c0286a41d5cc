package org.postmortemflow.calendar;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
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

    /**
     * One state of a calendar.
     *
     * @param stamp the same for the same octets, and for no others
     * @param text writes it, which costs much more than the stamp
     */
    public record Edition(String stamp, Supplier<String> text) {}

    /** The shared calendar: all meetings but those of private postmortems; it makes nobody busy. */
    public Edition sharedEdition() {
        return edition(NAME, meetings.shared(span()), false);
    }

    /** The meetings that this person is invited to. */
    public Edition editionOf(PersonId person) {
        return edition("Postmortem meetings of " + names.of(person), meetings.of(person, span()), true);
    }

    String shared() {
        return sharedEdition().text().get();
    }

    String of(PersonId person) {
        return editionOf(person).text().get();
    }

    private Edition edition(String name, List<CalendarMeeting> shown, boolean blocks) {
        String samples = writer.feed(name, FeedStamp.SAMPLES, blocks, settings.refresh());
        return new Edition(FeedStamp.of(samples, shown), () -> writer.feed(name, shown, blocks, settings.refresh()));
    }

    private CalendarMeetings.Span span() {
        Instant now = clock.instant();
        return new CalendarMeetings.Span(
                now.minus(settings.past()), now.plus(settings.future()), now.minus(settings.showCancelled()));
    }
}
