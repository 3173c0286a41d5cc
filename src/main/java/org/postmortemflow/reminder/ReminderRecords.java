package org.postmortemflow.reminder;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;

/** What was said to whom. Every call belongs to the caller's transaction. */
public interface ReminderRecords {

    /** Those of these that the person was not reminded of yet. */
    List<Reminder> fresh(PersonId person, Collection<Reminder> reminders);

    /**
     * Notes that the person knows.
     *
     * @param mailed false when it was said a short while ago, by an escalation or by the one before
     * @throws org.springframework.dao.DuplicateKeyException when another node noted one at the same moment
     */
    void note(PersonId person, Collection<Reminder> reminders, boolean mailed, Instant at);

    /** Whether the person was told by mail, since then, that this is late. */
    boolean wasToldLate(PersonId person, Reminder reminder, Instant since);

    /** An escalation told the person that a step is late. */
    void escalated(PostmortemId id, Step step, PersonId person, Instant at);

    /** Whether one did, since then. */
    boolean wasEscalated(PostmortemId id, Step step, PersonId person, Instant since);
}
