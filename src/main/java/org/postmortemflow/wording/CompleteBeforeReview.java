package org.postmortemflow.wording;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.StepCondition;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Step;
import org.postmortemflow.wording.ReviewBlockers.Blocker;
import org.springframework.stereotype.Component;

/**
 * The last writing step leads to In Review (R8), so it waits for what is missing. Only it: the others can be finished, and the
 * link goes to the reviewers 24 hours before the meeting all the same (R26).
 */
@Component
class CompleteBeforeReview implements StepCondition {

    private final Steps steps;
    private final Postmortems postmortems;
    private final ReviewBlockers blockers;

    CompleteBeforeReview(Steps steps, Postmortems postmortems, ReviewBlockers blockers) {
        this.steps = steps;
        this.postmortems = postmortems;
        this.blockers = blockers;
    }

    @Override
    public void check(PostmortemId id, Step step) {
        if (!step.isWriting() || !isLast(id, step)) {
            return;
        }
        List<Blocker> missing = blockers.of(id);
        if (!missing.isEmpty()) {
            Map<String, String> problems = new LinkedHashMap<>();
            problems.put("", "All steps of writing are done with this one, but the postmortem is not complete yet.");
            // a link where others have a field: the page leads there
            missing.forEach(
                    blocker -> problems.merge(blocker.link(), blocker.text(), (one, other) -> one + " " + other));
            throw new Refused(problems);
        }
    }

    private boolean isLast(PostmortemId id, Step step) {
        Postmortem postmortem = postmortems.get(id);
        Set<Step> wanted = EnumSet.noneOf(Step.class);
        Arrays.stream(Step.values())
                .filter(Step::isWriting)
                .filter(one -> one != step)
                .filter(one -> one != Step.DRAFT_EXTERNAL_MESSAGE || postmortem.customersAffected())
                .forEach(wanted::add);
        for (StepState state : steps.of(id)) {
            if (wanted.contains(state.step()) && state.state() == StepState.State.OPEN) {
                return false;
            }
        }
        steps.of(id).stream()
                .filter(state -> state.state() == StepState.State.DONE)
                .forEach(state -> wanted.remove(state.step()));
        return wanted.isEmpty();
    }
}
