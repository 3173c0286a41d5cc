package org.postmortemflow.process.listener;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.postmortemflow.process.EscalationRun;
import org.springframework.stereotype.Component;

@Component
class StepOverdueListener implements ExecutionListener {

    private final EscalationRun escalationRun;

    StepOverdueListener(EscalationRun escalationRun) {
        this.escalationRun = escalationRun;
    }

    @Override
    public void notify(DelegateExecution execution) {
        escalationRun.begin(execution);
    }
}
