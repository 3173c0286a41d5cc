package org.postmortemflow.wording.domain;

/**
 * A text to check, and where it stands.
 *
 * @param key of the place, for example {@code section/overview} or {@code follow-up/<id>}
 * @param label shown to people
 */
public record Passage(String key, String label, Kind kind, String text) {

    /** What a text is, which decides the rules that apply. */
    public enum Kind {
        /** A section that speaks of causes: persons are not named there. */
        CAUSES,
        /** Any other text for colleagues. */
        TEXT,
        /** A section of the external message. */
        MESSAGE,
        /** The summary of the external message; all rules of {@link #MESSAGE} apply as well. */
        SUMMARY,
        /** The external message as a whole. */
        WHOLE_MESSAGE,
        /** The title of a follow-up. */
        FOLLOW_UP
    }

    /** Whether customers read it. */
    public boolean isForCustomers() {
        return kind == Kind.MESSAGE || kind == Kind.SUMMARY;
    }

    /** Whether it tells what happened, to whomever. */
    public boolean tells() {
        return kind == Kind.CAUSES || kind == Kind.TEXT || isForCustomers();
    }
}
