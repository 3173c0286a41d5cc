package org.postmortemflow.sla;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Severity;

/** What deadlines are computed from; null where it is not known yet. Instants are UTC. */
public record DeadlineInputs(
        @Nullable Severity severity,
        Instant clockStart,
        @Nullable Instant ownerDesignatedAt,
        @Nullable Instant meetingStart,
        @Nullable Duration meetingLength,
        @Nullable Instant meetingHeldAt) {}
