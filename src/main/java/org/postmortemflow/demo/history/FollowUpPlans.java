package org.postmortemflow.demo.history;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.demo.history.Content.Planned;
import org.postmortemflow.followup.FollowUp.Decision;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Team;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;

/** Which follow-ups there are and what becomes of them: done in time, late, declined with a reason, or left open. */
final class FollowUpPlans {

    private static final List<String> DECLINED = List.of(
            "The new platform replaces this part next quarter; until then the runbook is enough.",
            "It would cost more than it saves: it has happened once in three years.",
            "Another team has the same on its list already; one of the two is enough.");

    private final Organisation organisation;

    FollowUpPlans(Organisation organisation) {
        this.organisation = organisation;
    }

    List<Planned> of(Occurrence what, Cast cast, Course course, Chance chance) {
        Instant opened = course.firstDone(Step.OPEN_FOLLOW_UPS).orElse(null);
        if (opened == null || course.meeting() == null) {
            return List.of();
        }
        List<Planned> plans = new ArrayList<>();
        int count = Math.min(what.plot().followUps().size(), 2 + chance.below(3));
        for (Plot.Action action : chance.some(what.plot().followUps(), count)) {
            plans.add(one(action, what, cast, opened, course.meeting().start(), chance));
        }
        return plans;
    }

    private Planned one(
            Plot.Action action, Occurrence what, Cast cast, Instant opened, Instant meeting, Chance chance) {
        Team team = organisation.team(action.team()).orElse(cast.team());
        PersonId assignee = chance.pick(team.members());
        int of100 = chance.below(100);
        Decision decision = of100 < 10 ? Decision.DECLINED : of100 < 19 ? Decision.CHANGED : Decision.AGREED;
        boolean declined = decision == Decision.DECLINED;
        Instant due = opened.atZone(organisation.zone())
                .toLocalDate()
                .plusDays(what.severity() == Severity.SEV_1 ? 16 : 31)
                .atStartOfDay(organisation.zone())
                .toInstant();
        Instant begun = declined ? null : meeting.plus(chance.between(ofHours(3), ofDays(9)));
        return new Planned(
                chance.id(),
                action,
                team.id(),
                assignee,
                what.severity() == Severity.SEV_1 || chance.of(0.4) ? "P0" : "P1",
                decision,
                declined
                        ? chance.pick(DECLINED)
                        : decision == Decision.CHANGED
                                ? "Smaller than proposed, so that it is done within the month."
                                : "",
                due,
                begun,
                begun == null ? null : done(begun, due, what.maturity(), chance));
    }

    private static @Nullable Instant done(Instant begun, Instant due, double maturity, Chance chance) {
        boolean inTime = chance.of(0.5 + 0.3 * maturity);
        if (inTime && begun.isBefore(due)) {
            return chance.onTheWay(begun, due, 0.2, 0.98);
        }
        return chance.of(0.85) ? due.plus(chance.between(ofHours(10), ofDays(50))) : null;
    }
}
