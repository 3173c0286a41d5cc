package org.postmortemflow.meeting;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** Where meetings are written down. Every call belongs to the caller's transaction. */
public interface MeetingRecords extends Meetings {

    /** The postmortem's first meeting. */
    void add(Meeting meeting);

    /**
     * The meeting as it is from now on.
     *
     * @param before its sequence as the caller read it
     * @throws org.postmortemflow.shared.Refused when somebody else has changed it since
     */
    void change(Meeting meeting, int before);

    /** The sequence that attendees were last told of; empty when they know nothing yet. */
    Optional<Integer> told(PostmortemId id);

    /** Attendees know of this sequence from now on. */
    void tell(PostmortemId id, int sequence);

    /** How many meetings each person is to facilitate after that instant; persons without one are left out (R28). */
    Map<PersonId, Integer> facilitations(Instant after);
}
