package org.postmortemflow.process.delegate;

import org.camunda.bpm.engine.delegate.*;
import org.postmortemflow.deadline.RefreshDeadlines;
import org.postmortemflow.meeting.*;
import org.postmortemflow.process.PostmortemKey;
import org.postmortemflow.process.contract.PostmortemModel;
import org.springframework.stereotype.Component;

@Component
class SendInvitesDelegate implements JavaDelegate {
    private final SendInvites sendInvites;
    private final RefreshDeadlines refreshDeadlines;

    SendInvitesDelegate(SendInvites sendInvites, RefreshDeadlines refreshDeadlines) {
        this.sendInvites = sendInvites;
        this.refreshDeadlines = refreshDeadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            sendInvites.send(PostmortemKey.of(execution));
            refreshDeadlines.later(PostmortemKey.of(execution));
        } catch (InvitesRejected rejected) {
            throw new BpmnError(PostmortemModel.ERROR_INVITES_REJECTED, rejected.getMessage());
        }
    }
}
