package org.postmortemflow.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.calendar.CalendarPublisher.Stored;

/**
 * What a calendar server has to be told of one meeting.
 *
 * @param meeting as it is now
 * @param hidden whether the server must have no entry of it: its postmortem is private
 * @param stored what the server was last known to have; null for nothing
 * @param attempts how often it was tried, this time included
 */
public record Publication(
        CalendarMeeting meeting, boolean hidden, @Nullable Stored stored, int attempts) {

    /** For an operator: one that waits after a failure, or that the server refused. */
    public record Failure(CalendarMeeting meeting, boolean refused, int attempts, Instant nextAttempt, String error) {}
}
