package org.postmortemflow.incident;

import java.util.UUID;
import org.postmortemflow.shared.PostmortemId;

/** What is known of incidents. */
public interface Incidents {

    /** @throws java.util.NoSuchElementException when there is none */
    Incident get(UUID id);

    /** The incident behind a postmortem. @throws java.util.NoSuchElementException when there is none */
    Incident of(PostmortemId postmortem);
}
