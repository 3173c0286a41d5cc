package org.postmortemflow.followup;

import java.util.Set;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** Which postmortems somebody may not read; without such a bean, everyone may read all (R25). */
public interface HiddenPostmortems {

    Set<PostmortemId> from(PersonId viewer);
}
