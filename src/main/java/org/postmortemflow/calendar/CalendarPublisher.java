package org.postmortemflow.calendar;

import org.jspecify.annotations.Nullable;

/** A calendar server that keeps one entry per meeting. Calls wait for the server and belong outside of transactions. */
public interface CalendarPublisher {

    /** Makes the server's entry be this one, whatever became of earlier attempts; never replaces one of a higher sequence. */
    Outcome put(Entry entry, @Nullable Stored known);

    /** Makes the server have no entry of this meeting. */
    Outcome remove(Entry entry, @Nullable Stored known);

    /**
     * @param name of the entry on the server, before anything else is known of it
     * @param text an iCalendar object without METHOD (RFC 4791 §4.1)
     */
    record Entry(String name, String uid, int sequence, String text) {}

    /**
     * Where and as what the server has it.
     *
     * @param href null when it is where its name leads
     * @param etag null when unknown
     */
    record Stored(@Nullable String href, @Nullable String etag) {}

    /**
     * @param stored null unless it is done and there is an entry
     * @param detail for an operator; empty when it is done
     */
    record Outcome(Kind kind, @Nullable Stored stored, String detail) {

        /** What it means for the publication. */
        public enum Kind {
            DONE,
            /** This entry may go another time. */
            RETRY,
            /** The server refuses this entry and will again. */
            REFUSED,
            /** Nothing will go for now: the server is not there, or does not know us. */
            UNREACHABLE
        }

        public static Outcome done(@Nullable Stored stored) {
            return new Outcome(Kind.DONE, stored, "");
        }

        public static Outcome not(Kind kind, String detail) {
            return new Outcome(kind, null, detail);
        }
    }
}
