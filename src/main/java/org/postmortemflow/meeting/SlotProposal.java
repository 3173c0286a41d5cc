package org.postmortemflow.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.sla.BusinessHours;
import org.postmortemflow.sla.Deadline;
import org.postmortemflow.sla.Deadlines;
import org.springframework.stereotype.Component;

/** Proposes when to meet: in working hours if at all possible, but before the deadline, which wins (R9, R10). */
@Component
class SlotProposal {

    /** Slots start on the half hour. */
    private static final Duration STEP = Duration.ofMinutes(30);

    private final BusinessHours hours;
    private final Deadlines deadlines;
    private final MeetingRecords meetings;
    private final Organisation organisation;
    private final Clock clock;

    SlotProposal(
            BusinessHours hours, Deadlines deadlines, MeetingRecords meetings, Organisation organisation, Clock clock) {
        this.hours = hours;
        this.deadlines = deadlines;
        this.meetings = meetings;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * The first free slot that leaves as much time for writing as there is for reviewing (R26); when that is too late, the last
     * one in working hours before the deadline; when there is none, the evening before the deadline; when that has passed as
     * well, the next slot there is.
     */
    Instant propose(PostmortemId id, Deadline deadline, Duration length) {
        Instant now = clock.instant();
        Duration review = Duration.between(deadlines.reviewIsAskedAt(now), now);
        Instant unhurried = free(id, now.plus(review).plus(review), length);
        if (unhurried.isBefore(deadline.at())) {
            return unhurried;
        }
        Instant last = lastInWorkingHours(id, now, deadline.at(), length);
        if (last != null) {
            return last;
        }
        Instant evening = lastEvening(deadline.at(), length);
        return evening.isAfter(now) ? evening : hours.nextSlot(now.plus(STEP), length);
    }

    private @Nullable Instant lastInWorkingHours(PostmortemId id, Instant now, Instant deadline, Duration length) {
        Instant last = null;
        for (Instant slot = free(id, now.plus(STEP), length);
                slot.isBefore(deadline);
                slot = free(id, slot.plus(STEP), length)) {
            last = slot;
        }
        return last;
    }

    private Instant free(PostmortemId id, Instant from, Duration length) {
        Instant slot = hours.nextSlot(from, length);
        while (meetings.isTaken(slot, length, id)) {
            slot = hours.nextSlot(slot.plus(STEP), length);
        }
        return slot;
    }

    private Instant lastEvening(Instant deadline, Duration length) {
        LocalDate lastDay = deadline.minusMillis(1).atZone(organisation.zone()).toLocalDate();
        return lastDay.atTime(organisation.workdayEnd())
                .atZone(organisation.zone())
                .toInstant()
                .minus(length);
    }
}
