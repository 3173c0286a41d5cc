package org.postmortemflow.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Severity;

/**
 * What deadlines are computed from; null where it is not known yet. Instants are UTC.
 *
 * @param resolvedAt the last resolution: the first hours count from it always, the meeting's deadline unless set otherwise (R9)
 * @param startedAt when the incident began
 * @param services of the incident, by id or name; the team of the first one that is known owns the postmortem, and its
 *     zone, holidays and rule count
 */
public record DeadlineInputs(
        @Nullable Severity severity,
        Instant resolvedAt,
        @Nullable Instant startedAt,
        List<String> services,
        @Nullable Instant ownerDesignatedAt,
        @Nullable Instant meetingStart,
        @Nullable Duration meetingLength,
        @Nullable Instant meetingHeldAt) {

    /** What is known as soon as the incident is over. */
    public static DeadlineInputs atFirst(
            @Nullable Severity severity, Instant resolvedAt, @Nullable Instant startedAt, List<String> services) {
        return new DeadlineInputs(severity, resolvedAt, startedAt, services, null, null, null, null);
    }
}
