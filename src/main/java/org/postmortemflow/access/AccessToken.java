package org.postmortemflow.access;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;

/**
 * What is known of a token; the secret itself is not.
 *
 * @param name what its person calls it
 * @param lastUsedAt to the minute or so; null when it was never used
 * @param revokedBy null unless it was revoked
 */
public record AccessToken(
        UUID id,
        PersonId person,
        String name,
        Set<Scope> scopes,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Nullable PersonId revokedBy)
        implements Serializable {

    /** Whether it still opens anything. */
    public boolean isValid(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** The same without what is not among {@code allowed}. */
    AccessToken only(Collection<Scope> allowed) {
        Set<Scope> left = scopes.stream().filter(allowed::contains).collect(Collectors.toUnmodifiableSet());
        return new AccessToken(id, person, name, left, madeAt, expiresAt, lastUsedAt, revokedAt, revokedBy);
    }

    /** The keys of its scopes, in the order in which they are offered: {@code read, write}. */
    public String scopesInWords() {
        return scopes.stream().sorted().map(Scope::key).collect(Collectors.joining(", "));
    }
}
