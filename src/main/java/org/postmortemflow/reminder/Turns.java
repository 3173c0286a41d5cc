package org.postmortemflow.reminder;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.notification.Links;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Pool;
import org.postmortemflow.people.Team;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;

/**
 * Knows whose turn it is. A step that waits for a pool is the turn of all its members until one claims it: nobody else would see
 * it coming, and the mail says that one of them is enough. A follow-up without a person is the engineering manager's of its team,
 * who gives work out.
 */
@Component
class Turns {

    private final Steps steps;
    private final FollowUps followUps;
    private final Permissions permissions;
    private final Organisation organisation;
    private final Links links;

    Turns(Steps steps, FollowUps followUps, Permissions permissions, Organisation organisation, Links links) {
        this.steps = steps;
        this.followUps = followUps;
        this.permissions = permissions;
        this.organisation = organisation;
        this.links = links;
    }

    /** Empty when nobody can do anything for it: it is the process's turn, or something else comes first. */
    List<Turn> of(StoredDeadline deadline) {
        PostmortemId id = deadline.postmortem();
        return switch (deadline.kind()) {
            case FOLLOW_UP_DONE -> ofFollowUp(followUps.get(UUID.fromString(deadline.subject())));
            case REVIEW_ASKED -> List.of();
            // once it has a time, its record is what is waited for
            case MEETING_HELD ->
                deadline.expectedAt() == null
                        ? steps.open(id, Step.SCHEDULE_MEETING).stream()
                                .flatMap(this::ofStep)
                                .toList()
                        : List.of();
            // follow-ups have a deadline of their own
            case CONTENT_COMPLETE ->
                Arrays.stream(Step.values())
                        .filter(step -> step.isWriting() && step != Step.OPEN_FOLLOW_UPS)
                        .flatMap(step -> steps.open(id, step).stream())
                        .flatMap(this::ofStep)
                        .toList();
            default ->
                Optional.ofNullable(deadline.kind().step()).flatMap(step -> steps.open(id, step)).stream()
                        .flatMap(this::ofStep)
                        .toList();
        };
    }

    /** Whose turn an open step is. */
    Stream<Turn> ofStep(StepState state) {
        PersonId assignee = state.assignee();
        if (assignee != null) {
            return Stream.of(turn(state, assignee, ""));
        }
        return Arrays.stream(Pool.values())
                .filter(pool -> pool.key().equals(state.pool()))
                .flatMap(pool -> organisation.pool(pool).stream()
                        .map(Person::id)
                        .filter(member -> permissions.isTurnOf(state, member))
                        .map(member -> turn(
                                state,
                                member,
                                "It waits for any one of %s: claim it, and the others hear no more of it."
                                        .formatted(pool.label()))));
    }

    private Turn turn(StepState state, PersonId person, String reason) {
        Step step = state.step();
        return new Turn(
                person, step.key(), step.label(), step, state.openedAt(), reason, links.step(state.postmortem(), step));
    }

    private List<Turn> ofFollowUp(FollowUp followUp) {
        PersonId assignee = followUp.assignee();
        if (assignee != null) {
            return List.of(turn(followUp, assignee, ""));
        }
        return Optional.ofNullable(followUp.teamId()).flatMap(organisation::team).stream()
                .flatMap(team -> Stream.ofNullable(team.engineeringManager())
                        .map(manager -> turn(followUp, manager, nobodyYet(team))))
                .toList();
    }

    private static String nobodyYet(Team team) {
        return "Nobody of %s has taken it yet, and you are their engineering manager.".formatted(team.name());
    }

    private Turn turn(FollowUp followUp, PersonId person, String reason) {
        return new Turn(
                person,
                followUp.id().toString(),
                "Follow-up: " + followUp.title(),
                null,
                followUp.openedAt(),
                reason,
                links.postmortem(followUp.postmortem()));
    }
}
