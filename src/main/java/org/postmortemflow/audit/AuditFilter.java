package org.postmortemflow.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;

/**
 * Null parts filter nothing.
 *
 * @param from the first instant that is looked at
 * @param until the first that is not any more
 */
public record AuditFilter(
        @Nullable PersonId person,
        @Nullable AuditKind kind,
        @Nullable Instant from,
        @Nullable Instant until) {}
