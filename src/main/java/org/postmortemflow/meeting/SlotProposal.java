package org.postmortemflow.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.postmortemflow.calendar.BusyTimes;
import org.postmortemflow.calendar.BusyTimes.Busy;
import org.postmortemflow.meeting.Invitees.Invitee;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.sla.BusinessHours;
import org.postmortemflow.sla.Deadline;
import org.postmortemflow.sla.Deadlines;
import org.springframework.stereotype.Component;

/**
 * Proposes when to meet: when everybody who is required is free, in working hours, but before the deadline above all, which
 * wins over convenience (R9, R10).
 */
@Component
class SlotProposal {

    /** Slots start on the half hour. */
    private static final Duration STEP = Duration.ofMinutes(30);

    /** How far a free slot is looked for when the deadline has passed. */
    private static final Duration FAR = Duration.ofDays(30);

    private final BusinessHours hours;
    private final Deadlines deadlines;
    private final Invitees invitees;
    private final List<BusyTimes> calendars;
    private final Organisation organisation;
    private final Clock clock;

    SlotProposal(
            BusinessHours hours,
            Deadlines deadlines,
            Invitees invitees,
            List<BusyTimes> calendars,
            Organisation organisation,
            Clock clock) {
        this.hours = hours;
        this.deadlines = deadlines;
        this.invitees = invitees;
        this.calendars = calendars;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @param because for people: why then, and who has something else at that time */
    record Proposed(Instant start, String because) {}

    /**
     * The first free slot that leaves as much time for writing as there is for reviewing (R26); when that is too late, the last
     * free one in working hours before the deadline; when none is free, the one there at which the fewest are busy; when no
     * working hours are left, the evening before the deadline; when that has passed as well, the next free slot.
     */
    Proposed propose(PostmortemId id, Deadline deadline, Duration length) {
        Instant now = clock.instant();
        Duration review = Duration.between(deadlines.reviewIsAskedAt(now), now);
        Instant unhurried = now.plus(review).plus(review);
        Instant last = deadline.at().isAfter(now) ? deadline.at() : now.plus(FAR);
        Taken taken = taken(id, now, last.plus(length), length);
        List<Instant> slots = slots(now.plus(STEP), last, length);
        if (!deadline.at().isAfter(now)) {
            Optional<Instant> next = slots.stream().filter(taken::isFree).findFirst();
            return new Proposed(
                    next.orElseGet(() -> hours.nextSlot(now.plus(STEP), length)),
                    "The deadline has passed; this is the next free time in working hours.");
        }
        return slots.stream()
                .filter(taken::isFree)
                .filter(Predicate.not(slot -> slot.isBefore(unhurried)))
                .findFirst()
                .or(() -> slots.stream().filter(taken::isFree).reduce((one, later) -> later))
                .map(slot -> new Proposed(
                        slot,
                        "A time in working hours before the deadline at which nobody who is"
                                + " required has another postmortem meeting."))
                .or(() -> leastBusy(slots, taken))
                .orElseGet(() -> evening(deadline.at(), now, length, taken));
    }

    /** The later of those that are equal: more time for writing. */
    private static Optional<Proposed> leastBusy(List<Instant> slots, Taken taken) {
        return slots.stream()
                .min(Comparator.<Instant>comparingInt(slot -> taken.busyAt(slot).size())
                        .thenComparing(Comparator.reverseOrder()))
                .map(slot -> new Proposed(
                        slot,
                        "No time in working hours before the deadline is free, and the deadline goes first. "
                                + taken.words(slot)));
    }

    private Proposed evening(Instant deadline, Instant now, Duration length, Taken taken) {
        LocalDate lastDay = deadline.minusMillis(1).atZone(organisation.zone()).toLocalDate();
        Instant evening = lastDay.atTime(organisation.workdayEnd())
                .atZone(organisation.zone())
                .toInstant()
                .minus(length);
        return evening.isAfter(now)
                ? new Proposed(
                        evening,
                        "No working hours are left before the deadline, which goes first. " + taken.words(evening))
                : new Proposed(
                        hours.nextSlot(now.plus(STEP), length),
                        "The deadline is too near to be met in working hours; this is the next time in them.");
    }

    private List<Instant> slots(Instant from, Instant before, Duration length) {
        List<Instant> slots = new ArrayList<>();
        for (Instant slot = hours.nextSlot(from, length);
                slot.isBefore(before);
                slot = hours.nextSlot(slot.plus(STEP), length)) {
            slots.add(slot);
        }
        return slots;
    }

    private Taken taken(PostmortemId id, Instant from, Instant to, Duration length) {
        Map<PersonId, String> required = invitees.of(id).stream()
                .filter(Invitee::isRequired)
                .collect(Collectors.toMap(
                        one -> one.person().id(), one -> one.person().name()));
        List<Busy> busy = calendars.stream()
                .flatMap(calendar -> calendar.between(from, to, required.keySet(), id).stream())
                .toList();
        return new Taken(busy, required, length);
    }

    /** @param required their names */
    private record Taken(List<Busy> busy, Map<PersonId, String> required, Duration length) {

        /** Nobody is busy, and no other meeting is on the shared calendar then (R10). */
        boolean isFree(Instant slot) {
            return busy.stream().noneMatch(one -> one.overlaps(slot, slot.plus(length)));
        }

        Set<PersonId> busyAt(Instant slot) {
            return busy.stream()
                    .filter(one -> one.overlaps(slot, slot.plus(length)))
                    .flatMap(one -> one.persons().stream())
                    .collect(Collectors.toSet());
        }

        String words(Instant slot) {
            Set<PersonId> persons = busyAt(slot);
            if (persons.isEmpty()) {
                return isFree(slot)
                        ? "Nobody who is required has another postmortem meeting then."
                        : "Another postmortem meeting takes place then, without anybody who is required here.";
            }
            return "Busy then: " + persons.stream().map(required::get).sorted().collect(Collectors.joining(", ")) + ".";
        }
    }
}
