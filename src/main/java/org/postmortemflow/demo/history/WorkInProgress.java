package org.postmortemflow.demo.history;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.postmortemflow.demo.DemoData;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.ReportedResponder;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.lifecycle.DoStep;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Pool;
import org.postmortemflow.people.Service;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The handful of postmortems that are open when the demo starts with a past: reported and worked on by the real use cases, step
 * by step as the process opens them, so that each of them can be gone on with.
 */
@Component
class WorkInProgress {

    private static final Logger LOG = LoggerFactory.getLogger(WorkInProgress.class);

    private final ReportIncident reportIncident;
    private final DoStep doStep;
    private final Steps steps;
    private final Organisation organisation;
    private final DemoData data;
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile boolean over;

    WorkInProgress(
            ReportIncident reportIncident,
            DoStep doStep,
            Steps steps,
            Organisation organisation,
            DemoData data,
            JdbcClient jdbc,
            Clock clock) {
        this.reportIncident = reportIncident;
        this.doStep = doStep;
        this.steps = steps;
        this.organisation = organisation;
        this.data = data;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Does what can be done now; the process opens the next step a moment later. */
    @Scheduled(fixedDelay = 2000)
    void advance() {
        if (over || !data.isShown()) {
            return;
        }
        Optional<Instant> begun = jdbc.sql("select made_at from demo_history where open_made_at is null")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
        boolean done = true;
        for (Scene scene : begun.isPresent() ? Scene.all() : List.<Scene>of()) {
            done = advance(scene, begun.get()) && done;
        }
        if (done) {
            over = true;
            jdbc.sql("update demo_history set open_made_at = ? where open_made_at is null")
                    .param(clock.instant().atOffset(UTC))
                    .update();
        }
    }

    /** @return whether it stands where it is to stay */
    private boolean advance(Scene scene, Instant begun) {
        Occurrence what = scene.at(begun);
        Chance chance = new Chance(scene.key().hashCode());
        List<Service> services = what.services().stream()
                .flatMap(service -> organisation.service(service).stream())
                .toList();
        Cast cast = Cast.of(organisation, services, chance);
        try {
            PostmortemId id = Objects.requireNonNull(
                    reportIncident.report(report(scene, what, cast)).postmortem());
            List<StepState> open = steps.of(id).stream()
                    .filter(step -> step.state() == StepState.State.OPEN)
                    .toList();
            List<StepState> doable = new ArrayList<>(open);
            doable.removeIf(step -> scene.waiting().contains(step.step()));
            for (StepState step : doable) {
                PersonId by = doing(step, cast);
                doStep.complete(id, step.step(), new TypedAnswers(what, cast, chance).to(step.step()), by);
            }
            return !open.isEmpty() && doable.isEmpty();
        } catch (TransientDataAccessException meanwhile) {
            LOG.debug("{} changed at the same moment; it is gone on with later", scene.key(), meanwhile);
            return false;
        } catch (Refused refused) {
            LOG.warn("{} stays where it is: {}", scene.key(), refused.problems(), refused);
            return true;
        }
    }

    private PersonId doing(StepState open, Cast cast) {
        return open.assignee() != null
                ? open.assignee()
                : switch (open.step()) {
                    case SET_SEVERITY, DESIGNATE_OWNER -> cast.commander();
                    case REVIEW_POSTMORTEM -> cast.reviewer();
                    default ->
                        organisation.pool(Pool.CUSTOMER_SUPPORT).stream()
                                .map(Person::id)
                                .findFirst()
                                .orElse(cast.owner());
                };
    }

    private static IncidentReport report(Scene scene, Occurrence what, Cast cast) {
        List<ReportedResponder> responders = new ArrayList<>(List.of(
                responder(ResponderRole.INCIDENT_COMMANDER, cast.commander()),
                responder(ResponderRole.STABILISED_SERVICE, cast.owner()),
                responder(ResponderRole.CUSTOMER_LIAISON, cast.liaison())));
        if (cast.scribe() != null) {
            responders.add(responder(ResponderRole.SCRIBE, cast.scribe()));
        }
        return new IncidentReport(
                "manual",
                scene.key(),
                null,
                what.resolved(),
                null,
                what.title(),
                scene.severity(),
                what.started(),
                what.detected(),
                Resolution.at(what.resolved()),
                what.services().stream()
                        .map(service -> new Mention(service, service))
                        .toList(),
                responders,
                "",
                scene.waiting().contains(Step.SET_SEVERITY)
                        ? Set.of()
                        : Set.copyOf(what.plot().criteria()),
                null);
    }

    private static ReportedResponder responder(ResponderRole role, PersonId person) {
        return new ReportedResponder(role, new Mention(person.value(), person.value()));
    }
}
