package org.postmortemflow.escalation;

import org.postmortemflow.shared.Step;

/** Who hears of a missed deadline, rung by rung. */
public interface EscalationLadder {

    /**
     * @param rung 1 for the first time
     * @return a role, for example {@code owner}
     */
    String roleFor(Step step, int rung);
}
