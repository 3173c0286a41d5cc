package org.postmortemflow.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.postmortemflow.announcement.AnnouncePostmortem;
import org.postmortemflow.process.PostmortemKey;
import org.springframework.stereotype.Component;

@Component
class AnnouncePostmortemDelegate implements JavaDelegate {

    private final AnnouncePostmortem announcePostmortem;

    AnnouncePostmortemDelegate(AnnouncePostmortem announcePostmortem) {
        this.announcePostmortem = announcePostmortem;
    }

    @Override
    public void execute(DelegateExecution execution) {
        announcePostmortem.announce(PostmortemKey.of(execution));
    }
}
