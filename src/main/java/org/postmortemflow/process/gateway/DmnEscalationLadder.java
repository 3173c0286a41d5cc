package org.postmortemflow.process.gateway;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.postmortemflow.escalation.EscalationLadder;
import org.postmortemflow.process.contract.DecisionTables;
import org.postmortemflow.process.contract.Variables;
import org.postmortemflow.shared.Step;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads the roles from {@code escalation-ladder.dmn}. */
@Component
class DmnEscalationLadder implements EscalationLadder {

    private final Map<Asked, String> answers = new ConcurrentHashMap<>();
    private final DecisionService decisions;
    private final NewestTable newest;

    DmnEscalationLadder(@Lazy DecisionService decisions, NewestTable newest) {
        this.decisions = decisions;
        this.newest = newest;
    }

    /** @param table the deployed version of the table */
    private record Asked(String table, Step step, int rung) {}

    @Override
    public String roleFor(Step step, int rung) {
        return answers.computeIfAbsent(
                new Asked(newest.of(DecisionTables.ESCALATION_LADDER), step, rung), this::decide);
    }

    private String decide(Asked asked) {
        Map<String, Object> inputs =
                Map.of(Variables.OVERDUE_STEP, asked.step().key(), Variables.RUNG, (long) asked.rung());
        return decisions
                .evaluateDecisionTableById(asked.table(), inputs)
                .getSingleResult()
                .getEntry(DecisionTables.ROLE);
    }
}
