package org.postmortemflow.notification;

import java.time.Instant;
import java.util.List;

/**
 * The waiting mail as the relay sees it. Every method is a transaction of its own. What is said of an attempt counts only while
 * that attempt is the latest.
 */
public interface OutboxQueue {

    /**
     * Takes the messages that have been due longest, and counts the attempt before it is made: a message that takes the process
     * down with it is seen as tried. Such a message is taken alone, so that no other is blamed. No other node gets them until
     * the lease is over. A message of a lane is due only when all before it have left, or have been given up.
     *
     * @param most how many, at least one
     */
    List<OutboxMessage> take(Instant now, Instant leaseEnds, int most);

    void sent(OutboxMessage message, Instant now);

    void again(OutboxMessage message, Instant next, String error);

    /** Nobody answered, which says nothing of this message: it waits no longer than the others, and the attempt does not count. */
    void unreached(OutboxMessage message, Instant next, String error);

    /** @param state {@link OutboxState#isStuck stuck} */
    void setAside(OutboxMessage message, OutboxState state, String error);

    /** Gives back what was taken and not tried; the attempt does not count. */
    void handBack(List<OutboxMessage> messages, Instant next);
}
