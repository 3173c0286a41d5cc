package org.postmortemflow.meeting;

import java.time.Instant;
import java.util.List;
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

    /** The meeting, for a change of it: until this transaction ends nobody else gets it from here. */
    Optional<Meeting> toChange(PostmortemId id);

    /** What is known of its making; empty before it is scheduled. */
    Optional<Past> past(PostmortemId id);

    /** Those who were taken off the list, by their address in lower case, in the order of their names. */
    List<Uninvited> uninvited(PostmortemId id);

    /** They are not invited again by themselves. */
    void uninvite(PostmortemId id, Uninvited who);

    /** They may be invited again. */
    void readmit(PostmortemId id, String email);

    /** The sequence that attendees were last told of; empty when they know nothing yet. */
    Optional<Integer> told(PostmortemId id);

    /** Attendees know of this sequence from now on. */
    void tell(PostmortemId id, int sequence);

    /** How many meetings each person is to facilitate after that instant; persons without one are left out (R28). */
    Map<PersonId, Integer> facilitations(Instant after);

    /**
     * @param created when it was first scheduled
     * @param changed when anything of it last changed
     * @param timeSequence the sequence at which its present time was set: answers to an older one were about another time
     */
    record Past(Instant created, Instant changed, int timeSequence) {}

    /** @param email lower case */
    record Uninvited(String email, String name, String reason) {}
}
