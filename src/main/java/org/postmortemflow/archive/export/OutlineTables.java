package org.postmortemflow.archive.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.postmortemflow.archive.export.ExportedPostmortem.Action;
import org.postmortemflow.archive.export.ExportedPostmortem.Attendee;
import org.postmortemflow.archive.export.ExportedPostmortem.Row;
import org.postmortemflow.archive.export.Outline.Part;
import org.postmortemflow.archive.reader.OwnFormat;
import org.postmortemflow.timeline.Lengths;

/** The parts of a document that are tables. */
record OutlineTables(ExportedPostmortem postmortem, Times times) {

    static final List<String> ATTENDEES = List.of("Attendee", "Invited as", "Required", "Attended");

    static List<String> attendee(Attendee one) {
        return List.of(
                one.person().name(),
                one.reason(),
                one.required() ? "yes" : "optional",
                one.attended() == null ? "" : one.attended() ? "yes" : "no");
    }

    Part responders() {
        return Part.table(
                "Responders",
                "",
                List.of("Role", "Name"),
                postmortem.responders().stream()
                        .map(one -> List.of(one.role().label(), one.person().name()))
                        .toList());
    }

    /** Left out when the timeline tells none of them. */
    Part figures() {
        boolean any = postmortem.figures().stream().anyMatch(one -> one.length() != null);
        return Part.table(
                "Impact in figures",
                "",
                List.of("Figure", "Length", "Where it comes from"),
                postmortem.figures().stream()
                        .filter(one -> any)
                        .map(one -> List.of(one.label(), length(one.length()), one.from()))
                        .toList());
    }

    private static String length(@org.jspecify.annotations.Nullable Duration length) {
        return length == null ? "not known" : Lengths.words(length);
    }

    /** The columns are those that {@link OwnFormat} reads. */
    Part timeline() {
        int aside = postmortem.rowsPutAside();
        String note = aside == 0
                ? ""
                : aside == 1
                        ? "One row that was put aside is left out."
                        : aside + " rows that were put aside are left out.";
        List<String> header =
                new ArrayList<>(List.of(OwnFormat.TIME, OwnFormat.KIND, OwnFormat.EVENT, OwnFormat.SOURCE));
        if (!times.isUtc()) {
            header.add(1, "Time (" + postmortem.zone().getId() + ")");
        }
        return Part.table(
                OwnFormat.TIMELINE,
                note,
                header,
                postmortem.timeline().stream().map(this::row).toList());
    }

    private List<String> row(Row row) {
        List<String> cells = new ArrayList<>(List.of(times.utc(row.at()), kind(row), row.event(), row.source()));
        if (!times.isUtc()) {
            cells.add(1, times.here(row.at()));
        }
        return cells;
    }

    private static String kind(Row row) {
        return OwnFormat.kind(row.kind(), row.severity(), row.noticed());
    }

    Part followUps() {
        String none = postmortem.noFollowUpsBecause();
        return Part.table(
                OwnFormat.FOLLOW_UPS,
                postmortem.followUps().isEmpty() && !none.isBlank() ? "None: " + none : "",
                List.of(
                        OwnFormat.FOLLOW_UP,
                        OwnFormat.KIND,
                        OwnFormat.TEAM,
                        OwnFormat.PRIORITY,
                        "Assignee",
                        "Due",
                        OwnFormat.STATE,
                        "Context"),
                postmortem.followUps().stream().map(this::followUp).toList());
    }

    private List<String> followUp(Action one) {
        String decision =
                one.decision() == null ? "" : "\nMeeting: " + one.decision().label();
        String reason = one.decisionReason().isBlank() ? "" : ": " + one.decisionReason();
        String labels = one.labels().isEmpty() ? "" : "Labels: " + String.join(", ", one.labels());
        String factor = one.factor().isBlank() ? "" : "Answers: " + one.factor();
        String context = String.join(
                "\n",
                Stream.of(factor, one.context(), labels)
                        .filter(text -> !text.isBlank())
                        .toList());
        return List.of(
                one.title(),
                one.kind().label(),
                Objects.requireNonNullElse(one.team(), ""),
                one.priority(),
                one.assignee() == null ? "" : one.assignee().name(),
                times.both(one.due()),
                one.state().label() + (one.ticket() == null ? "" : ", " + one.ticket()) + decision + reason,
                context);
    }

    Part reviews() {
        return Part.table(
                "Reviews",
                "",
                List.of("Round", "Reviewer", "When", "Verdict", "Answered with yes", "Comments"),
                postmortem.reviews().stream()
                        .map(one -> List.of(
                                String.valueOf(one.round()),
                                one.reviewer().name(),
                                times.both(one.at()),
                                one.approved() ? "Approved" : "Changes asked for",
                                String.join("\n", one.checks()),
                                one.comments()))
                        .toList());
    }
}
