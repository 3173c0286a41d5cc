package org.postmortemflow.ownership;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** Who owns and owned a postmortem: one at a time (R2), and the list of them stays (R3). */
public interface Owners {

    Optional<Ownership> current(PostmortemId id);

    /** Oldest first. */
    List<Ownership> all(PostmortemId id);

    /** One person's time as owner. */
    record Ownership(PersonId owner, Instant since, PersonId designatedBy) {}
}
