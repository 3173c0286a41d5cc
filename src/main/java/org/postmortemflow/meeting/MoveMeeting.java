package org.postmortemflow.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.lifecycle.PostmortemProcess;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The meeting gets another time; deadlines, waiting timers and invites follow. */
@Component
public class MoveMeeting {

    private final MeetingRecords meetings;
    private final Invitees invitees;
    private final SlotRules rules;
    private final Postmortems postmortems;
    private final Permissions permissions;
    private final PostmortemProcess process;
    private final OrganisationTime time;
    private final History history;

    MoveMeeting(
            MeetingRecords meetings,
            Invitees invitees,
            SlotRules rules,
            Postmortems postmortems,
            Permissions permissions,
            PostmortemProcess process,
            OrganisationTime time,
            History history) {
        this.meetings = meetings;
        this.invitees = invitees;
        this.rules = rules;
        this.postmortems = postmortems;
        this.permissions = permissions;
        this.process = process;
        this.time = time;
        this.history = history;
    }

    /**
     * Who has come to belong there since the last invite is invited as well (R11).
     *
     * @param minutes 15 to 120
     * @param lateReason needed when the meeting starts on or after its deadline (R9); may be empty otherwise
     * @throws Refused with a message per field ({@code start}, {@code minutes}, {@code lateReason}), without permission, or
     *     when there is no meeting to move any more
     */
    @Transactional
    public void move(PostmortemId id, Instant start, int minutes, String lateReason, PersonId by) {
        Meeting meeting = meetings.of(id)
                .filter(known -> !known.cancelled())
                .orElseThrow(() -> new Refused("No meeting is planned, so there is nothing to move."));
        if (!by.equals(meeting.facilitator())) {
            permissions.requireChange(id, by);
        }
        if (meeting.heldAt() != null || !postmortems.get(id).status().isOpen()) {
            throw new Refused("The meeting was held already, so it cannot be moved.");
        }
        Duration length = Duration.ofMinutes(minutes);
        Problems problems = new Problems();
        rules.check(id, start, minutes, lateReason, problems);
        problems.when(
                        start.equals(meeting.start()) && length.equals(meeting.length()),
                        "start",
                        "The meeting is at this time already.")
                .refuseIfAny();
        meetings.change(meeting.moved(start, length, attendees(meeting)), meeting.sequence());
        String late =
                rules.lateness(id, start, lateReason).map(words -> ", " + words).orElse("");
        history.note(
                id,
                History.Kind.DECISION,
                "Meeting moved from %s (%d minutes) to %s (%d minutes)%s."
                        .formatted(
                                time.show(meeting.start()),
                                meeting.length().toMinutes(),
                                time.show(start),
                                minutes,
                                late),
                by);
        rules.set(id, start, lateReason, by);
        process.meetingMoved(id);
    }

    private List<Meeting.Attendee> attendees(Meeting meeting) {
        return Stream.concat(meeting.attendees().stream(), invitees.missingIn(meeting).stream())
                .toList();
    }
}
