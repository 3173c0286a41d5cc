package org.postmortemflow.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.postmortemflow.calendar.BusyTimes;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.meeting.Invitees.Invitee;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.sla.BusinessHours;
import org.postmortemflow.sla.Deadline;
import org.postmortemflow.sla.Deadlines;
import org.springframework.stereotype.Component;

/**
 * Proposes when to meet: when everybody who is required and who would lead is free, in the working hours of the team that the
 * deadline is counted with, but before the deadline above all, which wins over convenience (R9, R10, R13).
 */
@Component
class SlotProposal {

    /** Slots start on the half hour. */
    private static final Duration STEP = Duration.ofMinutes(30);

    /** How far a free slot is looked for when the deadline has passed. */
    private static final Duration FAR = Duration.ofDays(30);

    private final BusinessHours hours;
    private final Deadlines deadlines;
    private final Incidents incidents;
    private final Invitees invitees;
    private final Facilitators facilitators;
    private final List<BusyTimes> calendars;
    private final Clock clock;

    SlotProposal(
            BusinessHours hours,
            Deadlines deadlines,
            Incidents incidents,
            Invitees invitees,
            Facilitators facilitators,
            List<BusyTimes> calendars,
            Clock clock) {
        this.hours = hours;
        this.deadlines = deadlines;
        this.incidents = incidents;
        this.invitees = invitees;
        this.facilitators = facilitators;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @param because for people: why then, and who has something else at that time */
    record Proposed(Instant start, String because) {}

    /** When the team whose services these are is at work. */
    private record Team(BusinessHours hours, List<String> services, Duration length) {

        Instant next(Instant from) {
            return hours.nextSlot(from, length, services);
        }

        List<Instant> slots(Instant from, Instant before) {
            List<Instant> slots = new ArrayList<>();
            for (Instant slot = next(from); slot.isBefore(before); slot = next(slot.plus(STEP))) {
                slots.add(slot);
            }
            return slots;
        }

        Instant eveningBefore(Instant deadline) {
            return hours.closingBefore(deadline, services).minus(length);
        }
    }

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
        Team team = new Team(hours, incidents.of(id).services(), length);
        TakenTimes taken = taken(id, now, last.plus(length), length);
        List<Instant> slots = team.slots(now.plus(STEP), last);
        if (!deadline.at().isAfter(now)) {
            Optional<Instant> next = slots.stream().filter(taken::isFree).findFirst();
            return new Proposed(
                    next.orElseGet(() -> team.next(now.plus(STEP))),
                    "The deadline has passed; this is the next free time in working hours." + taken.whoseCalendars());
        }
        return slots.stream()
                .filter(taken::isFree)
                .filter(Predicate.not(slot -> slot.isBefore(unhurried)))
                .findFirst()
                .or(() -> slots.stream().filter(taken::isFree).reduce((one, later) -> later))
                .map(slot -> new Proposed(
                        slot,
                        "A time in working hours before the deadline at which nobody who is"
                                + " required has another postmortem meeting." + taken.whoseCalendars()))
                .or(() -> leastBusy(slots, taken))
                .orElseGet(() -> evening(deadline.at(), now, team, taken));
    }

    /** The later of those that are equal: more time for writing. */
    private static Optional<Proposed> leastBusy(List<Instant> slots, TakenTimes taken) {
        return slots.stream()
                .min(Comparator.<Instant>comparingInt(slot -> taken.busyAt(slot).size())
                        .thenComparing(Comparator.reverseOrder()))
                .map(slot -> new Proposed(
                        slot,
                        "No time in working hours before the deadline is free, and the deadline goes first. "
                                + taken.whoIsBusy(slot)));
    }

    private static Proposed evening(Instant deadline, Instant now, Team team, TakenTimes taken) {
        Instant evening = team.eveningBefore(deadline);
        return evening.isAfter(now)
                ? new Proposed(
                        evening,
                        "No working hours are left before the deadline, which goes first. " + taken.whoIsBusy(evening))
                : new Proposed(
                        team.next(now.plus(STEP)),
                        "The deadline is too near to be met in working hours; this is the next time in them.");
    }

    /** The facilitator whom the form proposes counts as well. */
    private TakenTimes taken(PostmortemId id, Instant from, Instant to, Duration length) {
        Map<PersonId, String> required = new LinkedHashMap<>();
        invitees.of(id).stream()
                .filter(Invitee::isRequired)
                .map(Invitee::person)
                .forEach(person -> required.put(person.id(), person.name()));
        facilitators.of(id).stream().findFirst().ifPresent(leader -> {
            Person person = leader.person();
            required.put(person.id(), person.name());
        });
        return new TakenTimes(
                calendars.stream()
                        .map(calendar -> calendar.between(from, to, required.keySet(), id))
                        .toList(),
                required,
                length);
    }
}
