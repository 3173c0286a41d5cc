package org.postmortemflow.escalation;

import java.time.Instant;
import java.util.List;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** What was escalated by hand. */
public interface EscalationRecords {

    List<ByHand> of(PostmortemId id);

    /**
     * Within the caller's transaction, which must end without a commit when this is false.
     *
     * @return false when the same role has heard of the same task
     */
    boolean note(PostmortemId id, ByHand told);

    /** @param told names, for people */
    record ByHand(String taskId, String role, String told, Instant at, PersonId by) {}
}
