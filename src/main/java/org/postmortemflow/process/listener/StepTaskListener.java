package org.postmortemflow.process.listener;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.deadline.RefreshDeadlines;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.lifecycle.StepAssigned;
import org.postmortemflow.lifecycle.StepCondition;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.process.KnownDeadlines;
import org.postmortemflow.process.PostmortemKey;
import org.postmortemflow.process.PrivateTasks;
import org.postmortemflow.process.ProcessState;
import org.postmortemflow.process.StepFormVariables;
import org.postmortemflow.process.contract.PostmortemModel;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.Deadline;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The one completion door: however a task is completed, its answers go to its step's use case here; a refusal keeps the task
 * open. Also keeps our own record of open steps.
 */
@Component
class StepTaskListener implements TaskListener {

    private final Steps steps;
    private final KnownDeadlines deadlines;
    private final StepFormVariables forms;
    private final ProcessState state;
    private final RefreshDeadlines refreshDeadlines;
    private final PrivateTasks privateTasks;
    private final Permissions permissions;
    private final IdentityService identityService;
    private final List<StepCondition> conditions;
    private final ApplicationEventPublisher events;

    StepTaskListener(
            Steps steps,
            KnownDeadlines deadlines,
            StepFormVariables forms,
            ProcessState state,
            RefreshDeadlines refreshDeadlines,
            PrivateTasks privateTasks,
            Permissions permissions,
            IdentityService identityService,
            List<StepCondition> conditions,
            ApplicationEventPublisher events) {
        this.steps = steps;
        this.deadlines = deadlines;
        this.forms = forms;
        this.state = state;
        this.refreshDeadlines = refreshDeadlines;
        this.privateTasks = privateTasks;
        this.permissions = permissions;
        this.identityService = identityService;
        this.conditions = conditions;
        this.events = events;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> opened(task);
            case EVENTNAME_ASSIGNMENT -> assigned(task);
            case EVENTNAME_COMPLETE -> done(task);
            case EVENTNAME_DELETE -> steps.dropped(task.getId());
            default -> throw new IllegalStateException("Not listened to: " + task.getEventName());
        }
        if (!task.getEventName().equals(EVENTNAME_ASSIGNMENT)) {
            refreshDeadlines.later(PostmortemKey.of(task.getExecution()));
        }
    }

    private void opened(DelegateTask task) {
        PostmortemId id = PostmortemKey.of(task.getExecution());
        Step step = stepOf(task);
        Deadline deadline = deadlines.of(id).get(step);
        String pool = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        steps.opened(
                id,
                step,
                task.getId(),
                person(task.getAssignee()),
                pool,
                deadline == null ? null : deadline.at(),
                deadline == null ? null : deadline.because());
        forms.prefill(task, id, step, deadline);
        privateTasks.later(id);
    }

    private void assigned(DelegateTask task) {
        PersonId person = person(task.getAssignee());
        steps.assigned(task.getId(), person);
        privateTasks.later(PostmortemKey.of(task.getExecution()));
        if (person != null) {
            events.publishEvent(new StepAssigned(
                    PostmortemKey.of(task.getExecution()),
                    stepOf(task),
                    person,
                    signedIn().map(PersonId::new).orElse(null)));
        }
    }

    private void done(DelegateTask task) {
        PostmortemId id = PostmortemKey.of(task.getExecution());
        PersonId by = completedBy(task, id);
        forms.submit(task, id, stepOf(task), by);
        conditions.forEach(condition -> condition.check(id, stepOf(task)));
        steps.done(task.getId(), by);
        state.refresh(task.getExecution());
    }

    /** The engine lets whoever had a task before go on; we do not. */
    private PersonId completedBy(DelegateTask task, PostmortemId id) {
        Optional<PersonId> signedIn = signedIn().map(PersonId::new);
        if (signedIn.isPresent()
                && steps.open(id, stepOf(task)).stream().noneMatch(open -> permissions.mayDo(open, signedIn.get()))) {
            throw new Refused("This step is for somebody else now.");
        }
        return signedIn.or(() -> Optional.ofNullable(person(task.getAssignee())))
                .orElseThrow(() -> new Refused("Claim the task first, so that the record says who did it."));
    }

    private Optional<String> signedIn() {
        return Optional.ofNullable(identityService.getCurrentAuthentication()).map(Authentication::getUserId);
    }

    private static Step stepOf(DelegateTask task) {
        return PostmortemModel.stepOf(task.getTaskDefinitionKey()).orElseThrow();
    }

    private static @Nullable PersonId person(@Nullable String id) {
        return id == null ? null : new PersonId(id);
    }
}
