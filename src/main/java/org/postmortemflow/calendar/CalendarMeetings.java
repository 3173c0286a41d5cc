package org.postmortemflow.calendar;

import java.time.Instant;
import java.util.List;
import org.postmortemflow.shared.PersonId;

/** Finds meetings that start in a span of time, first to last; each call is one query. */
public interface CalendarMeetings {

    /** What everybody may see: nothing of private postmortems. */
    List<CalendarMeeting> shared(Span span);

    /** The meetings that a person is invited to and whose postmortems they may read. */
    List<CalendarMeeting> of(PersonId person, Span span);

    /** The meetings of all postmortems that a person may read. */
    List<CalendarMeeting> readable(PersonId person, Span span);

    /**
     * @param from inclusive
     * @param to exclusive
     * @param cancelledSince meetings that were called off before this are left out
     */
    record Span(Instant from, Instant to, Instant cancelledSince) {}
}
