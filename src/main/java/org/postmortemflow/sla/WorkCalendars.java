package org.postmortemflow.sla;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Service;
import org.postmortemflow.people.Team;
import org.postmortemflow.people.WorkRules;
import org.postmortemflow.sla.domain.Holidays;
import org.postmortemflow.sla.domain.WorkingCalendar;
import org.springframework.stereotype.Component;

/**
 * The calendar that counts for a postmortem: that of the team whose service is the first one of the incident that the
 * organisation knows, else the organisation's. All are made at the start, so that an unknown region stops it.
 */
@Component
class WorkCalendars {

    private final Organisation organisation;
    private final Used own;
    private final Map<String, Used> ofTeams = new HashMap<>();

    WorkCalendars(Organisation organisation) {
        this.organisation = organisation;
        Map<WorkRules, WorkingCalendar> known = new HashMap<>();
        this.own = used(organisation.workRules(null), known);
        for (Team team : organisation.teams()) {
            ofTeams.put(team.id(), used(organisation.workRules(team.id()), known));
        }
    }

    /** @param holidays country and region, for people */
    record Used(
            WorkingCalendar calendar,
            String holidays,
            @Nullable String meetingRule) {}

    /** @param services of the incident, by id or name */
    Used of(List<String> services) {
        return services.stream()
                .map(organisation::service)
                .flatMap(Optional::stream)
                .map(Service::teamId)
                .map(ofTeams::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(own);
    }

    /** An unknown team has the organisation's. */
    Used ofTeam(String team) {
        return ofTeams.getOrDefault(team, own);
    }

    private Used used(WorkRules rules, Map<WorkRules, WorkingCalendar> known) {
        String region = rules.region() == null ? "" : "-" + rules.region();
        return new Used(known.computeIfAbsent(rules, this::calendar), rules.country() + region, rules.meetingRule());
    }

    private WorkingCalendar calendar(WorkRules rules) {
        Holidays official = new PublicHolidays(rules.country(), rules.region());
        Holidays all = day -> {
            String own = organisation.companyHolidays().get(day);
            return own == null ? official.nameOf(day) : own;
        };
        return new WorkingCalendar(
                rules.zone(), rules.weekend(), all, organisation.workdayStart(), organisation.workdayEnd());
    }
}
