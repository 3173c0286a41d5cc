package org.postmortemflow.escalation;

import java.time.Instant;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;

/** Tells the right person by role that a step is late, since when, and where to do it. */
@Component
public class EscalateStep {

    /**
     * Writes the mail down unless the step is done or not late (any more); the same rung of the same deadline is told once.
     *
     * @param rung 1 for the first time
     * @param role one of the roles of {@code escalation-ladder.dmn}: owner, assignee, incident-commander, customer-liaison,
     *     support-lead, engineering-manager, director
     */
    public Result escalate(PostmortemId id, Step step, int rung, String role, Instant now) {
        throw new UnsupportedOperationException("comes with the escalation room");
    }

    /** What became of it. */
    public enum Result {
        /** Somebody was told. */
        TOLD,
        /** The step is open but its deadline has moved ahead. */
        NOT_LATE,
        /** The step is no longer open. */
        DONE
    }
}
