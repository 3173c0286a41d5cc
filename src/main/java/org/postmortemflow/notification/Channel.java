package org.postmortemflow.notification;

/** Carries a message out of the house. */
public interface Channel {

    /** Sends now; called outside any transaction, and perhaps again for the same message. */
    Outcome send(OutboxMessage message);

    /** A way for several messages in a row; it may keep a connection until it is closed. For one thread at a time. */
    default Line line() {
        return this::send;
    }

    /** Sends one message after the other. */
    @FunctionalInterface
    interface Line extends AutoCloseable {

        /** @see Channel#send */
        Outcome send(OutboxMessage message);

        @Override
        default void close() {}
    }

    /** @param detail for the owner and an operator, never with message content */
    record Outcome(Kind kind, String detail) {

        public static final Outcome SENT = new Outcome(Kind.SENT, "");

        /** What became of an attempt. */
        public enum Kind {
            SENT,
            /** Worth trying again later, also when it may have arrived. */
            RETRY,
            /** Nobody answers there: worth trying again later, and no other message would fare better now. */
            UNREACHED,
            /** This address or message will never be taken. */
            FAILED,
            /** The relay itself refuses us; nothing more is tried for a while. */
            PAUSE
        }
    }
}
