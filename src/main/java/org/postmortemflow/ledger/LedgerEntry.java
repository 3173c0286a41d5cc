package org.postmortemflow.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.notification.OutboxState;
import org.postmortemflow.shared.PersonId;

/**
 * One thing that happened.
 *
 * @param at UTC
 * @param what a plain sentence
 * @param why empty where {@code what} says it, or nobody did
 * @param by null when the process did it
 * @param path of our page that shows it, from the root; null when there is none
 * @param delivery of a mail, else null
 */
public record LedgerEntry(
        Instant at,
        LedgerKind kind,
        String what,
        String why,
        @Nullable PersonId by,
        @Nullable String path,
        @Nullable Delivery delivery) {

    /** What has become of a mail. */
    public record Delivery(
            String to, OutboxState state, @Nullable Instant sentAt) {}

    /** An entry without a page of its own that is no mail. */
    public static LedgerEntry of(Instant at, LedgerKind kind, String what, String why, @Nullable PersonId by) {
        return new LedgerEntry(at, kind, what, why, by, null, null);
    }
}
