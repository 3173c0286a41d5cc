package org.postmortemflow.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.postmortemflow.lifecycle.ClosePostmortem;
import org.postmortemflow.process.PostmortemKey;
import org.springframework.stereotype.Component;

@Component
class ClosePostmortemDelegate implements JavaDelegate {

    private final ClosePostmortem closePostmortem;

    ClosePostmortemDelegate(ClosePostmortem closePostmortem) {
        this.closePostmortem = closePostmortem;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closePostmortem.close(PostmortemKey.of(execution));
    }
}
