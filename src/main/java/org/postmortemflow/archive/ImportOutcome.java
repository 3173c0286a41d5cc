package org.postmortemflow.archive;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PostmortemId;

/**
 * What became of one file.
 *
 * @param postmortem the new postmortem; for a file that was imported before, the first one made of it; else null
 * @param report null unless it was imported
 * @param problems field to message; empty when it was imported
 */
public record ImportOutcome(
        String fileName,
        State state,
        @Nullable PostmortemId postmortem,
        @Nullable ImportReport report,
        Map<String, String> problems) {

    /** Imported, known from before, or refused. */
    public enum State {
        IMPORTED,
        KNOWN,
        REFUSED
    }
}
