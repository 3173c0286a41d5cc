package org.postmortemflow.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;

/**
 * @param position grows with each entry
 * @param person who did it; null for the machine itself, and for a name typed at sign-in that nobody has
 * @param address the network address that the request came from; null without one, and once it is older than it is kept
 * @param about in a few words what it was done to, without secrets and without what a document says
 */
public record AuditEntry(
        long position,
        Instant at,
        AuditKind kind,
        @Nullable PersonId person,
        @Nullable String address,
        String about) {}
