package org.postmortemflow.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;

/** Where the audit log is kept. Every call belongs to the caller's transaction. */
public interface AuditRecords {

    void add(Instant at, AuditKind kind, @Nullable PersonId person, @Nullable String address, String about);

    /** The newest first, below the position {@code before}. */
    List<AuditEntry> find(AuditFilter filter, long before, int most);

    /** @return how many were deleted */
    int forgetBefore(Instant before);

    /** @return how many entries lost their network address */
    int forgetAddressesBefore(Instant before);
}
