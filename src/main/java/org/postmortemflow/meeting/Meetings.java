package org.postmortemflow.meeting;

import java.util.Optional;
import org.postmortemflow.shared.PostmortemId;

/** The postmortem meetings. */
public interface Meetings {

    /** The meeting as it stands, also when it was cancelled; empty before it is scheduled. */
    Optional<Meeting> of(PostmortemId id);
}
