package org.postmortemflow.sla;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Service;
import org.postmortemflow.people.Team;
import org.postmortemflow.people.WorkRules;
import org.postmortemflow.shared.Severity;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * A fingerprint of all that decides deadlines besides the postmortem itself: settings, calendars, who runs which service, and
 * what the decision table answers. All nodes with the same configuration have the same.
 */
@Component
class RuleVersion {

    private final Organisation organisation;
    private final DeadlineSettings settings;
    private final MeetingPolicy policy;
    private volatile @Nullable String known;

    RuleVersion(Organisation organisation, DeadlineSettings settings, MeetingPolicy policy) {
        this.organisation = organisation;
        this.settings = settings;
        this.policy = policy;
    }

    /** As it was when it was last asked for anew. */
    String known() {
        String version = known;
        return version == null ? now() : version;
    }

    /** Reads the decision table again, which an administrator can replace at any time. */
    String now() {
        String version = DigestUtils.md5DigestAsHex(all().getBytes(StandardCharsets.UTF_8))
                .substring(0, 16);
        known = version;
        return version;
    }

    private String all() {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("settings", settings);
        parts.put("hours", organisation.workdayStart() + "-" + organisation.workdayEnd());
        parts.put("company holidays", new TreeMap<>(organisation.companyHolidays()));
        parts.put("organisation", text(organisation.workRules(null)));
        Map<String, String> teams = new TreeMap<>();
        for (Team team : organisation.teams()) {
            teams.put(team.id(), text(organisation.workRules(team.id())));
        }
        parts.put("teams", teams);
        parts.put(
                "services",
                new TreeMap<>(
                        organisation.services().stream().collect(Collectors.toMap(Service::id, Service::teamId))));
        for (String rule : new TreeSet<>(WorkRules.MEETING_RULES)) {
            parts.put(rule + " unknown", policy.ruleFor(null, rule));
            Arrays.stream(Severity.values())
                    .forEach(severity -> parts.put(rule + " " + severity.key(), policy.ruleFor(severity, rule)));
        }
        return parts.toString();
    }

    /** The weekend's days in order: a set's own order is another one in each run. */
    private static String text(WorkRules rules) {
        return "%s %s %s %s %s"
                .formatted(
                        rules.zone(),
                        rules.country(),
                        rules.region(),
                        new TreeSet<>(rules.weekend()),
                        rules.meetingRule());
    }
}
