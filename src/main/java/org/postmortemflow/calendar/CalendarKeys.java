package org.postmortemflow.calendar;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;

/** Where the keys of secret addresses are kept, as hashes. Every call belongs to the caller's transaction. */
public interface CalendarKeys {

    Optional<Kept> byHash(String hash);

    /** @param person null for the organisation's own */
    Optional<Kept> of(@Nullable PersonId person);

    /** Replaces the key that there was. */
    void keep(String hash, Kept key);

    void remove(@Nullable PersonId person);

    /** @param person whose calendars it opens; null for the organisation's own */
    record Kept(@Nullable PersonId person, Instant madeAt, PersonId madeBy) {}
}
