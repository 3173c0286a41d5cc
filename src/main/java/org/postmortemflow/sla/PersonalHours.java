package org.postmortemflow.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.sla.domain.WorkingCalendar;
import org.springframework.stereotype.Component;

/**
 * When one person is at work: on the days of their first team, else of the organisation, in the zone in which they read when
 * that is one of their own.
 */
@Component
public class PersonalHours {

    private final WorkCalendars calendars;
    private final Organisation organisation;

    PersonalHours(WorkCalendars calendars, Organisation organisation) {
        this.calendars = calendars;
        this.organisation = organisation;
    }

    public boolean isAtWork(PersonId person, Instant instant) {
        return of(person).isWorkingTime(instant);
    }

    /** The instant itself when the person is at work then, else when they next begin. */
    public Instant nextAtWork(PersonId person, Instant instant) {
        return of(person).nextWorkingTime(instant);
    }

    /** Whether the person works on that local day at all. */
    public boolean worksOn(PersonId person, LocalDate day) {
        return of(person).isBusinessDay(day);
    }

    /** The zone in which the person's days begin. */
    public ZoneId zoneOf(PersonId person) {
        return of(person).zone();
    }

    private WorkingCalendar of(PersonId person) {
        WorkingCalendar team = organisation.teamsOf(person).stream()
                .findFirst()
                .map(first -> calendars.ofTeam(first.id()))
                .orElseGet(() -> calendars.of(java.util.List.of()))
                .calendar();
        ZoneId own = organisation.zoneOf(person);
        return own.equals(organisation.zone())
                ? team
                : new WorkingCalendar(own, team.weekend(), team.holidays(), team.opens(), team.closes());
    }
}
