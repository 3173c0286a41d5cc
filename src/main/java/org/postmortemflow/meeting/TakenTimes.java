package org.postmortemflow.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postmortemflow.calendar.BusyTimes.Busy;
import org.postmortemflow.calendar.BusyTimes.Known;
import org.postmortemflow.shared.PersonId;

/**
 * What stands in the way of a meeting, as far as calendars tell.
 *
 * @param required the names of those without whom it cannot be, the facilitator among them
 * @param length of the meeting
 */
record TakenTimes(List<Known> calendars, Map<PersonId, String> required, Duration length) {

    /** Nobody is busy, and no other meeting is on the shared calendar then (R10). */
    boolean isFree(Instant slot) {
        return busy(slot).isEmpty();
    }

    Set<PersonId> busyAt(Instant slot) {
        return busy(slot).stream().flatMap(one -> one.persons().stream()).collect(Collectors.toSet());
    }

    /** For people: who is busy at a slot that was chosen all the same. */
    String whoIsBusy(Instant slot) {
        Set<PersonId> persons = busyAt(slot);
        if (!persons.isEmpty()) {
            return "Busy then: " + names(persons) + "." + unread();
        }
        return (isFree(slot)
                        ? "Nobody who is required has another postmortem meeting then."
                        : "Another postmortem meeting takes place then, without anybody who is required here.")
                + unread();
    }

    /** For people: which own calendars say that the slot is free, and which say nothing. Begins with a space, or is empty. */
    String whoseCalendars() {
        Set<PersonId> read = all(Known::read);
        return (read.isEmpty() ? "" : " It is also free in the own calendars of: " + names(read) + ".") + unread();
    }

    private String unread() {
        Set<PersonId> unread = all(Known::unread);
        return unread.isEmpty()
                ? ""
                : " The own calendars of these could not be read just now, so what is in them does not count: "
                        + names(unread) + ".";
    }

    private List<Busy> busy(Instant slot) {
        return calendars.stream()
                .flatMap(known -> known.busy().stream())
                .filter(one -> one.overlaps(slot, slot.plus(length)))
                .toList();
    }

    private Set<PersonId> all(java.util.function.Function<Known, Set<PersonId>> part) {
        return calendars.stream().map(part).flatMap(Collection::stream).collect(Collectors.toSet());
    }

    private String names(Set<PersonId> persons) {
        return persons.stream().map(required::get).sorted().collect(Collectors.joining(", "));
    }
}
