package org.postmortemflow.operations;

import java.time.Instant;
import java.util.List;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** What the review reads besides the facts, and what was mailed of it. */
public interface ReviewRecords {

    /** What a follow-up says of its incident. */
    record Answer(PostmortemId postmortem, String factor, Kind kind, State state) {}

    /** Of the postmortems whose deadlines count from within this time. */
    List<Answer> answers(Instant from, Instant before);

    boolean served(PersonId person, String period);

    /** @throws org.springframework.dao.DuplicateKeyException when another node serves it at the same moment */
    void serve(PersonId person, String period, Instant at);
}
