package org.postmortemflow.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.postmortemflow.shared.PersonId;

/** What each person chose to get, and what they got. */
public interface Subscriptions {

    /** Empty while the person has not chosen. */
    Optional<Boolean> choice(PersonId person, Digest digest);

    void choose(PersonId person, Digest digest, boolean wanted, Instant at);

    /** The secret in the link that ends it: the same for ever, made when it is first asked for. */
    String token(PersonId person, Digest digest, Instant at);

    /** Whose it is; empty for one that was never given out. */
    Optional<Subscription> ofToken(String token);

    /** Whether the person was served for that period already, also with silence. */
    boolean served(PersonId person, Digest digest, LocalDate period);

    /** @throws org.springframework.dao.DuplicateKeyException when another node serves it at the same moment */
    void serve(PersonId person, Digest digest, LocalDate period, Instant at);

    /** A person's one digest. */
    record Subscription(PersonId person, Digest digest) {}
}
