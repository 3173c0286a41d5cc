package org.postmortemflow.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;

/**
 * A postmortem as others see it. All instants are UTC.
 *
 * @param severity null until somebody who knows has set it
 * @param clockStart where the deadlines are counted from: the incident's last resolution (R9)
 * @param required null until decided (R1)
 * @param requirementReasons why it is required or waived
 * @param customersAffected whether there will be an external message
 * @param endReason why it was cancelled or waived by hand
 * @param importedAt when it was taken over, written and closed elsewhere before; null for those that were made here
 */
public record Postmortem(
        PostmortemId id,
        UUID incidentId,
        String title,
        @Nullable Severity severity,
        Status status,
        Instant clockStart,
        Instant openedAt,
        @Nullable Boolean required,
        List<String> requirementReasons,
        boolean customersAffected,
        @Nullable Instant closedAt,
        @Nullable String endReason,
        @Nullable Instant importedAt) {}
