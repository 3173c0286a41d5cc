package org.postmortemflow.process;

import static org.camunda.bpm.engine.task.IdentityLinkType.CANDIDATE;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.readership.ReadersChanged;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.BeforeCommit;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Keeps the open tasks of a private postmortem, whose titles and fields anybody sees who may claim them, to its readers: in place of
 * a group, those of its members who may read it; and nobody keeps a right to a task that was theirs before.
 */
@Component
public class PrivateTasks {

    private final Readership readership;
    private final Steps steps;
    private final Organisation organisation;
    private final Names names;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final IdentityService identities;
    private final BeforeCommit<Boolean> touched;

    PrivateTasks(
            Readership readership,
            Steps steps,
            Organisation organisation,
            Names names,
            @Lazy TaskService tasks,
            @Lazy AuthorizationService authorizations,
            @Lazy IdentityService identities,
            PlatformTransactionManager transactions) {
        this.readership = readership;
        this.steps = steps;
        this.organisation = organisation;
        this.names = names;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.identities = identities;
        this.touched = new BeforeCommit<>(
                "private-tasks", BeforeCommit.Turn.DERIVED, Boolean::logicalOr, this::fit, transactions);
    }

    /** A task was opened or given to somebody: at the end of the transaction, when the engine has written down whose it is. */
    public void later(PostmortemId id) {
        touched.touch(id, false);
    }

    @EventListener
    void whenReadersChanged(ReadersChanged event) {
        touched.touch(event.postmortem(), true);
    }

    private void fit(PostmortemId id, boolean readersChanged) {
        boolean isPrivate = readership.privacy(id).isPresent();
        if (!isPrivate && !readersChanged) {
            return;
        }
        asNobody(() -> steps.of(id).stream()
                .filter(step -> step.state() == StepState.State.OPEN)
                .forEach(step -> fit(step, isPrivate)));
    }

    private void fit(StepState step, boolean isPrivate) {
        String task = step.taskId();
        Set<String> users = isPrivate ? readersOfPool(step) : Set.of();
        Set<String> groups = isPrivate || step.pool() == null ? Set.of() : Set.of(step.pool());
        Set<String> presentUsers = new HashSet<>();
        Set<String> presentGroups = new HashSet<>();
        for (IdentityLink link : tasks.getIdentityLinksForTask(task)) {
            if (CANDIDATE.equals(link.getType())) {
                keepOrDelete(task, link, users, groups);
                presentUsers.add(String.valueOf(link.getUserId()));
                presentGroups.add(String.valueOf(link.getGroupId()));
            }
        }
        withdrawRights(task, step, users, groups);
        users.stream().filter(user -> !presentUsers.contains(user)).forEach(user -> tasks.addCandidateUser(task, user));
        groups.stream()
                .filter(group -> !presentGroups.contains(group))
                .forEach(group -> tasks.addCandidateGroup(task, group));
    }

    private void keepOrDelete(String task, IdentityLink link, Set<String> users, Set<String> groups) {
        if (link.getUserId() != null && !users.contains(link.getUserId())) {
            tasks.deleteCandidateUser(task, link.getUserId());
        }
        if (link.getGroupId() != null && !groups.contains(link.getGroupId())) {
            tasks.deleteCandidateGroup(task, link.getGroupId());
        }
    }

    /** The engine takes nothing back by itself when somebody is no longer assignee or candidate. */
    private void withdrawRights(String task, StepState step, Set<String> users, Set<String> groups) {
        List<Authorization> all = authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(task)
                .unlimitedList();
        String assignee = step.assignee() == null ? null : step.assignee().value();
        all.stream()
                .filter(one -> one.getUserId() == null
                        ? !groups.contains(one.getGroupId())
                        : !users.contains(one.getUserId()) && !Objects.equals(one.getUserId(), assignee))
                .forEach(one -> authorizations.deleteAuthorization(one.getId()));
    }

    private Set<String> readersOfPool(StepState step) {
        return organisation.persons().stream()
                .filter(person -> names.isIn(step.pool(), person.id()))
                .filter(person -> readership.mayRead(step.postmortem(), person.id()))
                .map(person -> person.id().value())
                .collect(Collectors.toSet());
    }

    /** Whoever asked has rights to the step, not to the rights of others. */
    private void asNobody(Runnable what) {
        @Nullable Authentication who = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            what.run();
        } finally {
            if (who != null) {
                identities.setAuthentication(who.getUserId(), who.getGroupIds(), who.getTenantIds());
            }
        }
    }
}
