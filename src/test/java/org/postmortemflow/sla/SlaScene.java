package org.postmortemflow.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.sla.MeetingPolicy.Rule;
import org.postmortemflow.sla.MeetingPolicy.Unit;

/** Deadlines without an application: the rules of R9 as the decision table has them. */
public final class SlaScene {

    static final MeetingPolicy POLICY = (severity, rule) -> severity == Severity.SEV_1 && rule.equals("by-severity")
            ? new Rule(3, Unit.CALENDAR_DAYS)
            : new Rule(5, Unit.BUSINESS_DAYS);

    private SlaScene() {}

    static OrganisationDeadlines deadlines(Organisation organisation, DeadlineSettings settings) {
        return new OrganisationDeadlines(
                new WorkCalendars(organisation), settings, POLICY, new RuleVersion(organisation, settings, POLICY));
    }

    /** Of an incident without services, of which nobody knows when it started. */
    static DeadlineInputs inputs(
            @Nullable Severity severity,
            Instant resolved,
            @Nullable Instant ownerDesignated,
            @Nullable Instant meeting,
            @Nullable Duration length,
            @Nullable Instant held) {
        return new DeadlineInputs(severity, resolved, null, List.of(), ownerDesignated, meeting, length, held);
    }
}
