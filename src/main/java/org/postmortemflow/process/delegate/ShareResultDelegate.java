package org.postmortemflow.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.postmortemflow.announcement.ShareResult;
import org.postmortemflow.process.PostmortemKey;
import org.springframework.stereotype.Component;

@Component
class ShareResultDelegate implements JavaDelegate {

    private final ShareResult shareResult;

    ShareResultDelegate(ShareResult shareResult) {
        this.shareResult = shareResult;
    }

    @Override
    public void execute(DelegateExecution execution) {
        shareResult.share(PostmortemKey.of(execution));
    }
}
