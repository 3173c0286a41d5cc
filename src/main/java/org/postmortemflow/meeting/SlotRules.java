package org.postmortemflow.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.incident.Incident;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.sla.Deadline;
import org.postmortemflow.sla.DeadlineInputs;
import org.postmortemflow.sla.Deadlines;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** When a meeting can take place, however it comes to its time; a late one needs a reason (R9). */
@Component
class SlotRules {

    private static final int SHORTEST = 15;
    private static final int LONGEST = 120;
    private static final int LONGEST_REASON = 1000;

    private final Deadlines deadlines;
    private final Postmortems postmortems;
    private final Incidents incidents;
    private final ApplicationEventPublisher events;
    private final OrganisationTime time;
    private final Clock clock;

    SlotRules(
            Deadlines deadlines,
            Postmortems postmortems,
            Incidents incidents,
            ApplicationEventPublisher events,
            OrganisationTime time,
            Clock clock) {
        this.deadlines = deadlines;
        this.postmortems = postmortems;
        this.incidents = incidents;
        this.events = events;
        this.time = time;
        this.clock = clock;
    }

    /** The meeting must start before this (R9). */
    Deadline deadline(PostmortemId id) {
        Postmortem postmortem = postmortems.get(id);
        Incident incident = incidents.get(postmortem.incidentId());
        return deadlines.meetingMustStartBefore(DeadlineInputs.atFirst(
                postmortem.severity(), postmortem.clockStart(), incident.startedAt(), incident.services()));
    }

    /** For people: {@code Sun 14 Jun 2026 00:00 CEST: Sev-1, 3 calendar days after ...}. */
    String words(Deadline deadline) {
        return "%s: %s".formatted(time.show(deadline.at()), deadline.because());
    }

    /** @param start null when unreadable; {@code minutes} null when no number */
    void check(
            PostmortemId id, @Nullable Instant start, @Nullable Integer minutes, String lateReason, Problems problems) {
        Deadline deadline = deadline(id);
        problems.when(start == null, "start", "Please choose day and time.")
                .when(start != null && !start.isAfter(clock.instant()), "start", "Please choose a time in the future.")
                .when(
                        minutes == null || minutes < SHORTEST || minutes > LONGEST,
                        "minutes",
                        "Please choose %d to %d minutes.".formatted(SHORTEST, LONGEST))
                .when(
                        start != null && isLate(start, deadline) && lateReason.isBlank(),
                        "lateReason",
                        "The meeting should start before %s. Please choose an earlier time, or give the reason."
                                .formatted(words(deadline)))
                .when(
                        lateReason.length() > LONGEST_REASON,
                        "lateReason",
                        "Please keep the reason below 1,000 characters.");
    }

    /** What the history adds about a late meeting; empty when it is in time. */
    Optional<String> lateness(PostmortemId id, Instant start, String lateReason) {
        Deadline deadline = deadline(id);
        return isLate(start, deadline)
                ? Optional.of("after the deadline, %s: %s".formatted(words(deadline), lateReason.strip()))
                : Optional.empty();
    }

    /** Tells other rooms that the meeting has this time now. */
    void set(PostmortemId id, Instant start, String lateReason, PersonId by) {
        events.publishEvent(new MeetingTimeSet(id, isLate(start, deadline(id)) ? lateReason.strip() : null, by));
    }

    private static boolean isLate(Instant start, Deadline deadline) {
        return !start.isBefore(deadline.at());
    }
}
