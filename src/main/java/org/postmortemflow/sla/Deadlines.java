package org.postmortemflow.sla;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;

/** Every deadline of a postmortem, computed from what is known; the same inputs always give the same deadlines. */
public interface Deadlines {

    /** The due time of each step whose inputs are known; steps whose inputs are missing are left out. */
    Map<Step, Deadline> of(DeadlineInputs inputs);

    /** Each deadline whose inputs are known, those of single follow-ups excepted: they are {@link #followUpDone}. */
    Map<DeadlineKind, Deadline> all(DeadlineInputs inputs);

    /** The meeting must start before this (R9). An unknown severity counts as Sev-2. */
    Deadline meetingMustStartBefore(DeadlineInputs inputs);

    /**
     * A follow-up is done by then (R22).
     *
     * @param due as the follow-up says it
     */
    Deadline followUpDone(Instant openedAt, Instant due, @Nullable Severity severity);

    /** Reviewers get the link at this instant at the latest (R26). */
    Instant reviewIsAskedAt(Instant meetingStart);

    /** Changes when settings, the organisation's calendars or the rules change, and so possibly each deadline with them. */
    String version();

    /** The version after looking again at the decision table, which an administrator can replace while all runs. */
    String renewedVersion();
}
