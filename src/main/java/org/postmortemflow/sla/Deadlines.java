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

    /** The meeting must start before this (R9). An unknown severity counts as Sev-2. */
    Deadline meetingMustStartBefore(@Nullable Severity severity, Instant clockStart);

    /** Reviewers get the link at this instant at the latest (R26). */
    Instant reviewIsAskedAt(Instant meetingStart);
}
