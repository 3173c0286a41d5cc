package org.postmortemflow.followup;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUps.Draft;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** Single follow-ups as the use cases of this room keep them. */
public interface FollowUpRecords {

    /** Reads one that nobody else changes until the transaction ends. @throws java.util.NoSuchElementException when there is none */
    FollowUp lock(UUID followUp);

    /** After those that are there. @param takenFrom see {@link FollowUp#takenFrom()} */
    UUID add(PostmortemId id, Draft draft, @Nullable UUID takenFrom, PersonId by);

    /**
     * Changes what is written.
     *
     * @param version that the change was made from
     * @throws org.springframework.dao.OptimisticLockingFailureException when it was changed meanwhile; nothing is changed
     */
    void change(UUID followUp, int version, Draft draft);

    void remove(UUID followUp);

    void progress(UUID followUp, Progress progress);

    void ticket(UUID followUp, TicketReference ticket);
}
