package org.postmortemflow.calendar;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;

/**
 * A postmortem meeting as calendars show it. Instants are UTC.
 *
 * @param sequence as in the invites (RFC 5545 §3.8.7.4)
 * @param changedAt when anything that is shown here was last changed
 * @param mine whether the person who asked is invited; false when nobody in particular asked
 */
public record CalendarMeeting(
        PostmortemId postmortem,
        String title,
        @Nullable Severity severity,
        Instant start,
        Duration length,
        @Nullable String videoLink,
        int sequence,
        boolean cancelled,
        boolean held,
        Instant changedAt,
        boolean mine) {

    public Instant end() {
        return start.plus(length);
    }

    /** The same as in the invites, so that calendars know it for the same meeting (RFC 5545 §3.8.4.7). */
    public String uid() {
        return postmortem + "@postmortem-flow";
    }
}
