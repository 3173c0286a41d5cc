package org.postmortemflow.deadline;

import java.time.Instant;
import java.util.List;
import org.postmortemflow.deadline.StoredDeadline.Word;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.sla.DeadlineKind;

/** Where deadlines are written down. Every call belongs to the caller's transaction. */
public interface DeadlineRecords extends StoredDeadlines {

    /**
     * New ones.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException when somebody else wrote one at the same moment
     */
    void add(List<StoredDeadline> deadlines);

    /** As they are from now on; warnings, excuses and reasons stay as they are kept. */
    void change(List<StoredDeadline> deadlines);

    /** Says why the meeting was set late. */
    void explain(PostmortemId id, Word reason);

    /** The meeting is in time again, so nothing is to be explained. */
    void unexplain(PostmortemId id);

    /** @return false when there is no such deadline */
    boolean excuse(PostmortemId id, DeadlineKind kind, String subject, Word reason);

    /** Those whose time is over and that are not marked so yet. */
    List<StoredDeadline> unmarked(Instant now, int most);

    /** @return whether it was marked now; false when another node did it already or it was met meanwhile */
    boolean markBreached(StoredDeadline deadline);

    /** Postmortems with something open that was computed by other rules than these, or with nothing computed yet. */
    List<PostmortemId> outdated(String version, int most);
}
