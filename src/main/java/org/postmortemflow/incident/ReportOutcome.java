package org.postmortemflow.incident;

import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PostmortemId;

/**
 * What a report led to.
 *
 * @param postmortem the incident's postmortem; null while the incident was never resolved, or for a message that came before
 * @param opened whether this report opened it
 */
public record ReportOutcome(@Nullable PostmortemId postmortem, boolean opened) {

    /** Nothing came of it. */
    public static final ReportOutcome NOTHING = new ReportOutcome(null, false);
}
