package org.postmortemflow.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postmortemflow.shared.PersonId;

/** Where tokens are kept. Every call belongs to the caller's transaction. */
public interface TokenRecords {

    void add(AccessToken token, String hash);

    Optional<AccessToken> byHash(String hash);

    Optional<AccessToken> find(UUID id);

    /** The newest first, those that are at an end too. */
    List<AccessToken> of(PersonId person, int most);

    /** Those of everybody that open something now, the newest first. */
    List<AccessToken> valid(Instant now, int most);

    int countValid(PersonId person, Instant now);

    /** @return false when it was revoked before */
    boolean revoke(UUID id, Instant now, PersonId by);

    /** Notes a use, unless one was noted since {@code notSince}: a busy program shall not write at each call. */
    void used(UUID id, Instant now, Instant notSince);
}
