package org.postmortemflow.process;

import static org.postmortemflow.process.contract.Variables.*;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.postmortemflow.escalation.EscalateStep;
import org.postmortemflow.escalation.EscalateStep.Result;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;

/** One run of "Step overdue": belongs to one task and climbs rung by rung until that task is done. */
@Component
public class EscalationRun {

    private final EscalateStep escalateStep;
    private final Steps steps;
    private final Clock clock;

    EscalationRun(EscalateStep escalateStep, Steps steps, Clock clock) {
        this.escalateStep = escalateStep;
        this.steps = steps;
        this.clock = clock;
    }

    /** Remembers, for this run alone, which task was late. */
    public void begin(DelegateExecution execution) {
        String key = (String) execution.getVariable(OVERDUE_STEP);
        Optional<StepState> open = steps.open(PostmortemKey.of(execution), Step.ofKey(key));
        execution.setVariableLocal(OVERDUE_STEP, key);
        execution.setVariableLocal(OVERDUE_TASK, open.map(StepState::taskId).orElse(null));
        execution.setVariableLocal(RUNG, 1L);
        execution.setVariableLocal(STEP_STILL_OPEN, true);
        execution.setVariableLocal(ESCALATE_TO, null);
        execution.setVariableLocal(NEXT_RUNG_AFTER, null);
        execution.setVariableLocal(NEXT_ESCALATION_AT, null);
    }

    /** Tells the role that the ladder chose, and says when the next rung is due. */
    public void nextRung(DelegateExecution execution) {
        PostmortemId id = PostmortemKey.of(execution);
        Step step = Step.ofKey((String) execution.getVariable(OVERDUE_STEP));
        Optional<StepState> open =
                steps.open(id, step).filter(state -> state.taskId().equals(execution.getVariable(OVERDUE_TASK)));
        if (open.isEmpty()) {
            execution.setVariable(STEP_STILL_OPEN, false);
            return;
        }
        long rung = (Long) execution.getVariable(RUNG);
        Instant now = clock.instant();
        String role = (String) execution.getVariable(ESCALATE_TO);
        Result result = escalateStep.escalate(id, step, Math.toIntExact(rung), role, now);
        Instant due = open.get().due();
        if (result == Result.TOLD) {
            execution.setVariable(RUNG, rung + 1);
        }
        execution.setVariable(STEP_STILL_OPEN, result != Result.DONE);
        Duration pause = Duration.parse((String) execution.getVariable(NEXT_RUNG_AFTER));
        Instant next = result == Result.NOT_LATE && due != null ? due : now.plus(pause);
        execution.setVariable(NEXT_ESCALATION_AT, Date.from(next));
    }
}
