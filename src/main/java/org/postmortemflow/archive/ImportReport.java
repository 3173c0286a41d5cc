package org.postmortemflow.archive;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/**
 * How a file was read, for people: kept, so that it can be looked up later.
 *
 * @param minutesToDetection as the file tells it, likewise {@code minutesToRecovery}; null when it does not
 * @param read what was read how, in the order of the file
 * @param notUnderstood what was kept as text because nothing is known of it
 */
public record ImportReport(
        PostmortemId postmortem,
        String title,
        String fileName,
        PersonId by,
        Instant at,
        @Nullable Integer minutesToDetection,
        @Nullable Integer minutesToRecovery,
        int timelineRows,
        int followUps,
        List<Part> read,
        List<Warning> warnings,
        List<Part> notUnderstood) {

    /** Lines of the file, what stands there (cut), and what it became. */
    public record Part(int firstLine, int lastLine, String text, String as) {}

    /** Something that a person should look at. */
    public record Warning(int line, String message) {}
}
