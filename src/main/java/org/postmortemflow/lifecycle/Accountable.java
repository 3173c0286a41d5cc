package org.postmortemflow.lifecycle;

import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** Who answers for a postmortem as a whole; known to other rooms. */
public interface Accountable {

    /** Whether the person owns it at present (R2). */
    boolean isOwner(PostmortemId id, PersonId person);

    /** Whether the person was the incident's commander; when nobody is known to be, any of the pool of commanders is. */
    boolean isCommander(PostmortemId id, PersonId person);
}
