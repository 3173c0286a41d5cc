package org.postmortemflow.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.postmortemflow.lifecycle.WaivePostmortem;
import org.postmortemflow.process.PostmortemKey;
import org.springframework.stereotype.Component;

@Component
class RecordWaiverDelegate implements JavaDelegate {

    private final WaivePostmortem waivePostmortem;

    RecordWaiverDelegate(WaivePostmortem waivePostmortem) {
        this.waivePostmortem = waivePostmortem;
    }

    @Override
    public void execute(DelegateExecution execution) {
        waivePostmortem.waive(PostmortemKey.of(execution));
    }
}
