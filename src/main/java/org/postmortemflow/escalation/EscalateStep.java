package org.postmortemflow.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the right person by role that a step is late, since when, and whom it waits for, and where to do it. */
@Component
public class EscalateStep {

    private final Steps steps;
    private final LateSteps lateSteps;
    private final PersonsByRole persons;
    private final OverdueMail mail;
    private final Outbox outbox;
    private final History history;
    private final ApplicationEventPublisher events;

    EscalateStep(
            Steps steps,
            LateSteps lateSteps,
            PersonsByRole persons,
            OverdueMail mail,
            Outbox outbox,
            History history,
            ApplicationEventPublisher events) {
        this.steps = steps;
        this.lateSteps = lateSteps;
        this.persons = persons;
        this.mail = mail;
        this.outbox = outbox;
        this.history = history;
        this.events = events;
    }

    /**
     * Writes the mail down unless the step is done or not late (any more); the same rung of the same deadline is told once,
     * for all steps that missed it together.
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
        if (lateSteps.isExcused(id, step)) {
            return Result.EXCUSED;
        }
        List<StepState> late = lateSteps.with(open.get(), rung, role, now);
        PersonsByRole.Told told = persons.with(role, id);
        told.persons().forEach(person -> outbox.write(mail.to(person, late, rung, told.reason())));
        events.publishEvent(new StepEscalated(
                id, step, told.persons().stream().map(Person::id).toList()));
        String heardBy = told.persons().stream().map(Person::name).collect(Collectors.joining(", "));
        String heard = heardBy.isEmpty() ? "found nobody to tell" : "told " + heardBy;
        history.note(id, History.Kind.ESCALATION, "Overdue: %s; %s.".formatted(step.label(), heard), null);
        return Result.TOLD;
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
