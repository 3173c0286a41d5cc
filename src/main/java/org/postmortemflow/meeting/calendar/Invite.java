package org.postmortemflow.meeting.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one iTIP message says. Instants are UTC.
 *
 * @param uid stable for the life of the meeting (RFC 5545 §3.8.4.7)
 * @param sequence raised with every change that attendees have to know (RFC 5545 §3.8.7.4)
 * @param stamp when this message was made
 * @param videoLink where to join; null when people meet in person
 * @param url the postmortem's page
 * @param organizerEmail the service mailbox; never an attendee, or the buttons to reply vanish
 */
public record Invite(
        Method method,
        String uid,
        int sequence,
        Instant stamp,
        Instant start,
        Duration length,
        String summary,
        String description,
        @Nullable String videoLink,
        String url,
        String organizerEmail,
        String organizerName,
        List<Invitee> invitees) {

    /** The iTIP method (RFC 5546 §1.4). */
    public enum Method {
        REQUEST,
        CANCEL
    }

    /** @param required REQ-PARTICIPANT, else OPT-PARTICIPANT */
    public record Invitee(String email, String name, boolean required) {}
}
