package org.postmortemflow.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.postmortemflow.meeting.CancelMeeting;
import org.postmortemflow.process.PostmortemKey;
import org.springframework.stereotype.Component;

@Component
class CallOffMeetingDelegate implements JavaDelegate {

    private final CancelMeeting cancelMeeting;

    CallOffMeetingDelegate(CancelMeeting cancelMeeting) {
        this.cancelMeeting = cancelMeeting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cancelMeeting.cancel(PostmortemKey.of(execution));
    }
}
