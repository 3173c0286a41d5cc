package org.postmortemflow.escalation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postmortemflow.deadline.StoredDeadlines;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the right person by role that a step is late, since when, and whom it waits for, and where to do it. */
@Component
public class EscalateStep {

    private final Steps steps;
    private final Postmortems postmortems;
    private final PersonsByRole persons;
    private final StoredDeadlines deadlines;
    private final Outbox outbox;
    private final Links links;
    private final OrganisationTime time;
    private final Names names;
    private final History history;
    private final ApplicationEventPublisher events;

    EscalateStep(
            Steps steps,
            Postmortems postmortems,
            PersonsByRole persons,
            StoredDeadlines deadlines,
            Outbox outbox,
            Links links,
            OrganisationTime time,
            Names names,
            History history,
            ApplicationEventPublisher events) {
        this.steps = steps;
        this.postmortems = postmortems;
        this.persons = persons;
        this.deadlines = deadlines;
        this.outbox = outbox;
        this.links = links;
        this.time = time;
        this.names = names;
        this.history = history;
        this.events = events;
    }

    /**
     * Writes the mail down unless the step is done or not late (any more); the same rung of the same deadline is told once.
     *
     * @param rung 1 for the first time
     * @param role one of the roles of {@code escalation-ladder.dmn}: owner, incident-commander, customer-liaison,
     *     support-lead, engineering-manager, director
     */
    @Transactional
    public Result escalate(PostmortemId id, Step step, int rung, String role, Instant now) {
        Optional<StepState> open = steps.open(id, step);
        if (open.isEmpty()) {
            return Result.DONE;
        }
        Instant due = open.get().due();
        if (due == null || now.isBefore(due)) {
            return Result.NOT_LATE;
        }
        if (isExcused(id, step)) {
            return Result.EXCUSED;
        }
        Postmortem postmortem = postmortems.get(id);
        String because = Optional.ofNullable(open.get().because()).orElse("it is a step of every postmortem");
        PersonsByRole.Told told = persons.with(role, id);
        for (Person person : told.persons()) {
            Map<String, Object> model = Map.of(
                    "title", postmortem.title(),
                    "step", step.label(),
                    "since", time.show(due),
                    "because", because,
                    "waitsFor", waitsFor(open.get()),
                    "personName", person.name(),
                    "reason", told.reason(),
                    "link", links.step(id, step));
            String occasion = "%s/%s/%d".formatted(step.key(), due, rung);
            Mail.Recipient to = new Mail.Recipient(person.id(), person.name(), person.email());
            outbox.write(new Mail(id, "step-overdue", occasion, to, model, null));
        }
        events.publishEvent(new StepEscalated(
                id, step, told.persons().stream().map(Person::id).toList()));
        String heardBy = told.persons().stream().map(Person::name).collect(Collectors.joining(", "));
        String heard = heardBy.isEmpty() ? "found nobody to tell" : "told " + heardBy;
        history.note(id, "Overdue: %s; %s.".formatted(step.label(), heard), null);
        return Result.TOLD;
    }

    private String waitsFor(StepState step) {
        boolean nobody = step.assignee() == null && step.pool() == null;
        return nobody ? "somebody who takes it" : names.of(step.assignee(), step.pool());
    }

    private boolean isExcused(PostmortemId id, Step step) {
        return deadlines.of(id).stream()
                .filter(deadline -> deadline.kind().step() == step
                        || step.isWriting() && deadline.kind() == DeadlineKind.CONTENT_COMPLETE)
                .anyMatch(deadline -> deadline.excuse() != null);
    }

    /** What became of it. */
    public enum Result {
        /** The step is late, but a manager has excused that. */
        EXCUSED,
        /** Somebody was told. */
        TOLD,
        /** The step is open but its deadline has moved ahead. */
        NOT_LATE,
        /** The step is no longer open. */
        DONE
    }
}
