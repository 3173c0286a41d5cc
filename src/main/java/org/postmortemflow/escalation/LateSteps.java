package org.postmortemflow.escalation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.deadline.StoredDeadlines;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.stereotype.Component;

/** What is late together: steps that missed the same deadline and climb to the same role are one mail, not five. */
@Component
class LateSteps {

    private final Steps steps;
    private final StoredDeadlines deadlines;
    private final EscalationLadder ladder;

    LateSteps(Steps steps, StoredDeadlines deadlines, EscalationLadder ladder) {
        this.steps = steps;
        this.deadlines = deadlines;
        this.ladder = ladder;
    }

    /** The late step and its companions, in the order of the process. */
    List<StepState> with(StepState late, int rung, String role, Instant now) {
        return steps.of(late.postmortem()).stream()
                .filter(step -> step.isLate(now) && Objects.equals(step.due(), late.due()))
                .filter(step -> step.step() == late.step()
                        || ladder.roleFor(step.step(), rung).equals(role) && !isExcused(late.postmortem(), step.step()))
                .sorted(Comparator.comparing(StepState::step))
                .toList();
    }

    /** Whether a manager has said that missing it is fine. */
    boolean isExcused(PostmortemId id, Step step) {
        return deadlines.of(id).stream()
                .filter(deadline -> isOf(deadline, step))
                .anyMatch(deadline -> deadline.excuse() != null);
    }

    private static boolean isOf(StoredDeadline deadline, Step step) {
        return deadline.kind().step() == step || step.isWriting() && deadline.kind() == DeadlineKind.CONTENT_COMPLETE;
    }
}
