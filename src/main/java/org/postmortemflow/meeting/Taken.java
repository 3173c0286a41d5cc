package org.postmortemflow.meeting;

import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PostmortemId;

/**
 * What became of a message.
 *
 * @param detail in plain words
 * @param postmortem null when it is about none that is known
 */
public record Taken(Kind kind, String detail, @Nullable PostmortemId postmortem) {

    /** What it did. */
    public enum Kind {
        /** It is the attendee's answer now. */
        COUNTED,
        /** It answers an earlier time; it is noted, and does not count for the present one. */
        OUTDATED,
        /** It was known already, or something newer is; nothing changed. */
        REPEATED,
        /** It says nothing: out of office, or about a meeting that is over. */
        IGNORED,
        /** Nobody could make use of it; an operator sees it with the reason. */
        KEPT
    }
}
