package org.postmortemflow.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.postmortemflow.ownership.NotifyOwner;
import org.postmortemflow.process.PostmortemKey;
import org.springframework.stereotype.Component;

@Component
class NotifyOwnerDelegate implements JavaDelegate {

    private final NotifyOwner notifyOwner;

    NotifyOwnerDelegate(NotifyOwner notifyOwner) {
        this.notifyOwner = notifyOwner;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notifyOwner.notify(PostmortemKey.of(execution));
    }
}
