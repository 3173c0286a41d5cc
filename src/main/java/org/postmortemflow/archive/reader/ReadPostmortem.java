package org.postmortemflow.archive.reader;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.timeline.TimelineKind;

/**
 * A document as it was read. Every line of its text is in the title, a section, a row, a follow-up, or quoted in {@code understood}.
 *
 * @param date the day it happened, at its beginning in the document's zone; null when the document tells none
 * @param severity null when not told; likewise all instants and figures
 * @param timeline in the order of the document
 * @param understood what was read how, in the order of the document
 * @param notUnderstood what was kept as text because nothing is known of it
 */
public record ReadPostmortem(
        String title,
        @Nullable Instant date,
        @Nullable Severity severity,
        @Nullable Instant startedAt,
        @Nullable Instant detectedAt,
        @Nullable Instant resolvedAt,
        Figures figures,
        Map<SectionName, String> sections,
        List<Row> timeline,
        List<Action> followUps,
        List<Understood> understood,
        List<Warning> warnings,
        List<Understood> notUnderstood) {

    /** What the document says in numbers; null where it does not. */
    public record Figures(
            @Nullable Integer minutesToDetection, @Nullable Integer minutesToRecovery) {}

    /**
     * A row of the timeline.
     *
     * @param told the time as it was written
     * @param guessed whether {@code at} says more than the document did
     * @param severity the incident's from then on, when our own export told it; {@code noticed} likewise, by customers
     */
    public record Row(
            int line,
            String told,
            Instant at,
            boolean guessed,
            String event,
            TimelineKind kind,
            String source,
            @Nullable Severity severity,
            @Nullable Boolean noticed) {

        Row(int line, String told, Instant at, boolean guessed, String event, TimelineKind kind, String source) {
            this(line, told, at, guessed, event, kind, source, null, null);
        }

        Row with(TimelineKind other) {
            return new Row(line, told, at, guessed, event, other, source, severity, noticed);
        }
    }

    /**
     * An action item. Everything the document says of it is in {@code text}.
     *
     * @param under the headings that it stands below, inside the action items; may be empty
     * @param owner as told, empty when not
     * @param done whether it is ticked off
     */
    public record Action(
            int line,
            String title,
            String text,
            String under,
            String owner,
            String type,
            String priority,
            boolean done) {}

    /**
     * How a part of the document was read.
     *
     * @param text what stands there
     * @param as what it became, in words
     */
    public record Understood(int firstLine, int lastLine, String text, String as) {}

    /** Something that a person should look at. */
    public record Warning(int line, String message) {}
}
