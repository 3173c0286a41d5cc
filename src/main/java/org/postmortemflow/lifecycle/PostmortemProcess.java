package org.postmortemflow.lifecycle;

import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;

/**
 * The process that carries a postmortem from step to step. Every call belongs to the caller's transaction: what the caller
 * wrote before is seen by the process, and both stay or go together.
 */
public interface PostmortemProcess {

    /** An incident was resolved: begin. */
    void start(PostmortemId id);

    /** A waived incident gets its postmortem after all (R1). */
    void startDespiteWaiver(PostmortemId id);

    /** Severity or resolution changed: deadlines move, and waiting timers with them. Nothing happens when the process is over. */
    void deadlinesChanged(PostmortemId id);

    /** The meeting has a new time: invites and timers follow. */
    void meetingMoved(PostmortemId id);

    /** There is a new owner: open tasks and the owner's mail follow. */
    void ownerHandedOver(PostmortemId id);

    /** The postmortem was cancelled or waived; its status says which. Open tasks end, a planned meeting is called off. */
    void stop(PostmortemId id);

    /**
     * Completes the step's open task with these answers, as that person.
     *
     * @throws org.postmortemflow.shared.Refused when the answers are refused or no such task is open
     */
    void complete(PostmortemId id, Step step, StepAnswers answers, PersonId by);
}
