package org.postmortemflow.process.listener;

import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.process.PostmortemKey;
import org.postmortemflow.process.contract.DecisionTables;
import org.postmortemflow.process.contract.Variables;
import org.springframework.stereotype.Component;

/** Writes down what the decision table said and why, also when it said no (R1). */
@Component
class RequirementDecidedListener implements ExecutionListener {

    private final Postmortems postmortems;

    RequirementDecidedListener(Postmortems postmortems) {
        this.postmortems = postmortems;
    }

    @Override
    public void notify(DelegateExecution execution) {
        DmnDecisionResult result = (DmnDecisionResult) execution.getVariable(DecisionTables.DECISION_RESULT);
        boolean required =
                result.<Boolean>collectEntries(DecisionTables.REQUIRED).contains(true);
        List<String> reasons = result.collectEntries(DecisionTables.REASON);
        postmortems.recordRequirement(PostmortemKey.of(execution), required, reasons, null);
        execution.getProcessInstance().setVariable(Variables.POSTMORTEM_REQUIRED, required);
    }
}
