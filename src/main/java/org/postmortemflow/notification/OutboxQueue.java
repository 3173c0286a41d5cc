package org.postmortemflow.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The waiting mail as the relay sees it. Every method is a transaction of its own. */
public interface OutboxQueue {

    /**
     * Takes the message that has been due longest, and counts the attempt before it is made: a message that takes the process
     * down with it is seen as tried. No other node gets it until the lease is over.
     */
    Optional<OutboxMessage> take(Instant now, Instant leaseEnds);

    void sent(UUID id, Instant now);

    void again(UUID id, Instant next, String error);

    void failed(UUID id, String error);
}
