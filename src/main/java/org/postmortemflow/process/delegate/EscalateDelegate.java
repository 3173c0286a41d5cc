package org.postmortemflow.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.postmortemflow.process.EscalationRun;
import org.springframework.stereotype.Component;

@Component
class EscalateDelegate implements JavaDelegate {

    private final EscalationRun escalationRun;

    EscalateDelegate(EscalationRun escalationRun) {
        this.escalationRun = escalationRun;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalationRun.nextRung(execution);
    }
}
