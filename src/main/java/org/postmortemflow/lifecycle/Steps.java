package org.postmortemflow.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;

/** Our own record of whose turn it is, what is due and what is done. The process keeps it up to date. */
public interface Steps {

    void opened(
            PostmortemId id,
            Step step,
            String taskId,
            @Nullable PersonId assignee,
            @Nullable String pool,
            @Nullable Instant due,
            @Nullable String because);

    void assigned(String taskId, @Nullable PersonId assignee);

    void dueMoved(String taskId, Instant due, @Nullable String because);

    void done(String taskId, PersonId by);

    /** The task ended without being done. */
    void dropped(String taskId);

    /** In the order in which they were opened. */
    List<StepState> of(PostmortemId id);

    /** The open one of this step, if any. */
    Optional<StepState> open(PostmortemId id, Step step);

    /** Every open step of every open postmortem, the earliest due first. */
    List<StepState> allOpen();
}
