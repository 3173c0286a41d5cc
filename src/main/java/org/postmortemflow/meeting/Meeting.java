package org.postmortemflow.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/**
 * A scheduled meeting.
 *
 * @param sequence raised with each change that somebody must be told of (RFC 5545 §3.8.7.4)
 * @param heldAt when it was recorded as held; null before
 */
public record Meeting(
        PostmortemId postmortem,
        Instant start,
        Duration length,
        @Nullable String videoLink,
        int sequence,
        boolean cancelled,
        @Nullable PersonId facilitator,
        List<Attendee> attendees,
        @Nullable Instant heldAt) {

    /** When it is over. */
    public Instant end() {
        return start.plus(length);
    }

    /** At another time; everybody is told with the next sequence. */
    Meeting moved(Instant newStart, Duration newLength, List<Attendee> newAttendees) {
        return new Meeting(
                postmortem, newStart, newLength, videoLink, sequence + 1, cancelled, facilitator, newAttendees, heldAt);
    }

    /** With others invited, at the same time. */
    Meeting with(List<Attendee> others) {
        return new Meeting(postmortem, start, length, videoLink, sequence, cancelled, facilitator, others, heldAt);
    }

    /** The same with the next sequence: somebody is told that it is without them. */
    Meeting raised() {
        return moved(start, length, attendees);
    }

    /** Called off; everybody is told with the next sequence. */
    Meeting calledOff() {
        return new Meeting(postmortem, start, length, videoLink, sequence + 1, true, facilitator, attendees, heldAt);
    }

    /**
     * Recorded as held.
     *
     * @param attended the keys of those who attended
     */
    Meeting held(Instant at, Set<String> attended) {
        List<Attendee> present = attendees.stream()
                .map(attendee -> attendee.withAttendance(attended.contains(attendee.key())))
                .toList();
        return new Meeting(postmortem, start, length, videoLink, sequence, cancelled, facilitator, present, at);
    }

    /**
     * @param person null for someone outside the organisation file
     * @param reason why this person is invited (R11), for people
     * @param attended null until the meeting is recorded
     */
    public record Attendee(
            @Nullable PersonId person,
            String name,
            String email,
            boolean required,
            String reason,
            @Nullable Boolean attended) {

        /** Tells attendees of one meeting apart: the person's id, or the address of somebody outside the organisation file. */
        String key() {
            return person == null ? email : person.value();
        }

        /** The same person, for both reasons. */
        Attendee and(Attendee other) {
            return new Attendee(
                    person, name, email, required || other.required, reason + ", " + other.reason, attended);
        }

        Attendee withAttendance(boolean was) {
            return new Attendee(person, name, email, required, reason, was);
        }
    }
}
