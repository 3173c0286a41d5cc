package org.postmortemflow.ownership;

import java.time.Instant;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** Where owners are written down. Every call belongs to the caller's transaction. */
public interface OwnershipRecords extends Owners {

    /**
     * Ends the present ownership, if there is one, and begins the next; there is never more than one at a time (R2).
     *
     * @throws org.springframework.dao.DuplicateKeyException when somebody else does so at the same moment
     */
    void begin(PostmortemId id, PersonId owner, PersonId by, Instant at);
}
