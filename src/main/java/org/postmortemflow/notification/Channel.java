package org.postmortemflow.notification;

/** Carries a message out of the house. */
public interface Channel {

    /** Sends now; called outside any transaction, and perhaps again for the same message. */
    Outcome send(OutboxMessage message);

    /** @param detail for an operator, never with message content */
    record Outcome(Kind kind, String detail) {

        public static final Outcome SENT = new Outcome(Kind.SENT, "");

        /** What became of an attempt. */
        public enum Kind {
            SENT,
            /** Worth trying again later, also when it may have arrived. */
            RETRY,
            /** This address or message will never be taken. */
            FAILED,
            /** The relay itself refuses us; nothing more is tried for a while. */
            PAUSE
        }
    }
}
