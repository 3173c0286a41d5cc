package org.postmortemflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.postmortemflow.shared.PostmortemId;

/** Reads which postmortem an execution belongs to: its business key. */
public final class PostmortemKey {

    private PostmortemKey() {}

    public static PostmortemId of(DelegateExecution execution) {
        return PostmortemId.parse(execution.getProcessBusinessKey());
    }
}
