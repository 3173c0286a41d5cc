package org.postmortemflow.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.postmortemflow.process.PostmortemKey;
import org.postmortemflow.review.AskForReview;
import org.springframework.stereotype.Component;

@Component
class AskForReviewDelegate implements JavaDelegate {

    private final AskForReview askForReview;

    AskForReviewDelegate(AskForReview askForReview) {
        this.askForReview = askForReview;
    }

    @Override
    public void execute(DelegateExecution execution) {
        askForReview.ask(PostmortemKey.of(execution), true);
    }
}
