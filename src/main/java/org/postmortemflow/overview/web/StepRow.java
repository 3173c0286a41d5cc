package org.postmortemflow.overview.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.overview.PostmortemOverview;
import org.postmortemflow.people.Names;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Step;

/**
 * A step in the table of a postmortem's page.
 *
 * @param state null for a step whose turn is still to come
 * @param mayDo whether the person who looks may do it now
 */
record StepRow(Step step, @Nullable StepState state, String who, boolean late, boolean ownTurn, boolean mayDo) {

    boolean done() {
        return state != null && state.state() == StepState.State.DONE;
    }

    /** Steps that were opened, in that order, then those to come, in the order of the process. */
    static List<StepRow> of(
            PostmortemOverview overview, PersonId viewer, Permissions permissions, Names names, Instant now) {
        Stream<StepRow> opened = overview.steps().stream().map(state -> opened(state, viewer, permissions, names, now));
        Stream<StepRow> toCome =
                toCome(overview).stream().map(step -> new StepRow(step, null, "", false, false, false));
        return Stream.concat(opened, toCome).toList();
    }

    private static StepRow opened(StepState state, PersonId viewer, Permissions permissions, Names names, Instant now) {
        boolean open = state.state() == StepState.State.OPEN;
        PersonId doneBy = state.doneBy();
        return new StepRow(
                state.step(),
                state,
                doneBy == null ? names.of(state.assignee(), state.pool()) : names.of(doneBy),
                state.isLate(now),
                open && permissions.isTurnOf(state, viewer),
                open && permissions.mayDo(state, viewer));
    }

    private static Set<Step> toCome(PostmortemOverview overview) {
        if (!overview.postmortem().status().isOpen()) {
            return Set.of();
        }
        Set<Step> steps = EnumSet.complementOf(EnumSet.of(Step.SET_SEVERITY));
        if (!overview.postmortem().customersAffected()) {
            steps.removeAll(Set.of(Step.DRAFT_EXTERNAL_MESSAGE, Step.PUBLISH_EXTERNAL_MESSAGE));
        }
        steps.removeAll(overview.steps().stream().map(StepState::step).collect(Collectors.toSet()));
        return Arrays.stream(Step.values())
                .filter(steps::contains)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
