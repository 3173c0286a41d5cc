package org.postmortemflow.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.postmortemflow.process.WaitingWork;
import org.springframework.stereotype.Component;

@Component
class MoveTimersDelegate implements JavaDelegate {

    private final WaitingWork waitingWork;

    MoveTimersDelegate(WaitingWork waitingWork) {
        this.waitingWork = waitingWork;
    }

    @Override
    public void execute(DelegateExecution execution) {
        waitingWork.moveTimers(execution);
    }
}
