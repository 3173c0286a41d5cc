package org.postmortemflow.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.postmortemflow.meeting.SendInvites;
import org.postmortemflow.process.PostmortemKey;
import org.springframework.stereotype.Component;

@Component
class SendUpdatedInvitesDelegate implements JavaDelegate {

    private final SendInvites sendInvites;

    SendUpdatedInvitesDelegate(SendInvites sendInvites) {
        this.sendInvites = sendInvites;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sendInvites.send(PostmortemKey.of(execution));
    }
}
