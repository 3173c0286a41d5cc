package org.postmortemflow.meeting.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.meeting.Answer;

/**
 * What one iTIP message says. Instants are UTC.
 *
 * @param uid stable for the life of the meeting (RFC 5545 §3.8.4.7)
 * @param sequence raised with every change that attendees have to know (RFC 5545 §3.8.7.4)
 * @param written when this message was made, and the meeting that it is about
 * @param videoLink where to join; null when people meet in person
 * @param url the postmortem's page
 * @param organizerEmail the service mailbox; never an attendee, or the buttons to reply vanish
 */
public record Invite(
        Method method,
        String uid,
        int sequence,
        Written written,
        Instant start,
        Duration length,
        String summary,
        String description,
        @Nullable String videoLink,
        String url,
        String organizerEmail,
        String organizerName,
        List<Invitee> invitees) {

    /** What attendees are told (RFC 5546 §1.4). */
    public enum Method {
        REQUEST,
        /** The meeting does not take place. */
        CANCEL,
        /** It does, but without those who are named: a CANCEL that says nothing of the event's status (RFC 5546 §3.2.5). */
        UNINVITE;

        /** The iTIP method. */
        public String itip() {
            return this == REQUEST ? "REQUEST" : "CANCEL";
        }
    }

    /**
     * @param stamp when this message was made (DTSTAMP)
     * @param created when the meeting was first scheduled
     * @param changed when it was last changed
     */
    public record Written(Instant stamp, Instant created, Instant changed) {}

    /**
     * @param required REQ-PARTICIPANT, else OPT-PARTICIPANT
     * @param answer null while they have not answered for this time (NEEDS-ACTION)
     */
    public record Invitee(
            String email,
            String name,
            boolean required,
            @Nullable Answer answer) {}
}
