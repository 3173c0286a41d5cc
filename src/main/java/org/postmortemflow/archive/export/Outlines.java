package org.postmortemflow.archive.export;

import static org.postmortemflow.document.SectionName.CALL_RECORDING;
import static org.postmortemflow.document.SectionName.INTERNAL_EMAIL;
import static org.postmortemflow.document.SectionName.OTHER;
import static org.postmortemflow.document.SectionName.VISIBLE_MINUTES;
import static org.postmortemflow.document.SectionName.WENT_WELL;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.archive.export.ExportedPostmortem.Meeting;
import org.postmortemflow.archive.export.ExportedPostmortem.Message;
import org.postmortemflow.archive.export.ExportedPostmortem.Person;
import org.postmortemflow.archive.export.Outline.Pair;
import org.postmortemflow.archive.export.Outline.Part;
import org.postmortemflow.archive.export.Outline.Passage;
import org.postmortemflow.archive.reader.OwnFormat;
import org.postmortemflow.document.SectionName;

/** Puts a postmortem into the order in which it is read. Parts that have nothing to say are left out. */
final class Outlines {

    private final ExportedPostmortem postmortem;
    private final Times times;
    private final OutlineTables tables;
    private final List<Pair> facts = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    private Outlines(ExportedPostmortem postmortem) {
        this.postmortem = postmortem;
        this.times = new Times(postmortem.zone());
        this.tables = new OutlineTables(postmortem, times);
    }

    static Outline of(ExportedPostmortem postmortem) {
        Outlines outlines = new Outlines(postmortem);
        outlines.facts();
        outlines.parts();
        return new Outline(postmortem.title(), outlines.facts, outlines.parts);
    }

    private void facts() {
        ExportedPostmortem.Incident incident = postmortem.incident();
        fact(OwnFormat.SEVERITY, postmortem.severity(), one -> one.label());
        fact("Status", postmortem.status(), one -> one.label());
        fact("Reason", postmortem.endReason(), one -> one);
        fact(OwnFormat.STARTED, incident.startedAt(), times::both);
        fact(OwnFormat.DETECTED, incident.detectedAt(), times::both);
        fact(OwnFormat.RESOLVED, incident.resolvedAt(), times::both);
        fact("Services", String.join(", ", postmortem.services()), one -> one);
        fact("Owner", postmortem.owner(), Person::name);
        fact("Incident commander", postmortem.commander(), Person::name);
        fact("Incident", (incident.source() + " " + incident.reference()).strip(), one -> one);
        fact("Incident at its source", incident.url(), one -> one);
        fact("Incident in short", incident.summary(), one -> one);
        fact("Postmortem opened", postmortem.openedAt(), times::both);
        fact("Postmortem closed", postmortem.closedAt(), times::both);
        fact("Postmortem", postmortem.link(), one -> one);
    }

    private <T> void fact(String name, @Nullable T value, java.util.function.Function<T, String> words) {
        String text = value == null ? "" : words.apply(value);
        if (!text.isBlank()) {
            facts.add(new Pair(name, text));
        }
    }

    private void parts() {
        meeting();
        sections(CALL_RECORDING, VISIBLE_MINUTES);
        add(tables::figures);
        sections(VISIBLE_MINUTES, WENT_WELL);
        add(tables::responders);
        add(tables::timeline);
        sections(WENT_WELL, INTERNAL_EMAIL);
        add(tables::followUps);
        sections(INTERNAL_EMAIL, OTHER);
        message();
        add(tables::reviews);
        if (!postmortem.text(OTHER).isBlank()) {
            parts.add(Part.text(OTHER.label(), postmortem.text(OTHER)));
        }
    }

    private void sections(SectionName from, SectionName before) {
        for (SectionName name : SectionName.values()) {
            if (name.compareTo(from) >= 0
                    && name.compareTo(before) < 0
                    && !postmortem.text(name).isBlank()) {
                parts.add(Part.text(name.label(), postmortem.text(name)));
            }
        }
    }

    private void add(Supplier<Part> maker) {
        Part part = maker.get();
        if (!part.rows().isEmpty() || !part.note().isBlank()) {
            parts.add(part);
        }
    }

    private void meeting() {
        Meeting meeting = postmortem.meeting();
        if (meeting != null) {
            Instant held = meeting.heldAt();
            String note = "From %s to %s.%s%s%s"
                    .formatted(
                            times.both(meeting.start()),
                            times.both(meeting.end()),
                            meeting.cancelled() ? " It was called off." : "",
                            held == null ? "" : " It was held.",
                            meeting.videoLink() == null ? "" : " Video: " + meeting.videoLink());
            parts.add(new Part(
                    "Meeting",
                    note,
                    OutlineTables.ATTENDEES,
                    meeting.attendees().stream().map(OutlineTables::attendee).toList(),
                    List.of()));
        }
    }

    private void message() {
        Message message = postmortem.externalMessage();
        if (message != null) {
            String decided =
                    message.approved() == null ? "A draft." : message.approved() ? "Approved." : "Not approved.";
            String posted = message.postedWhere() == null ? "" : " Posted: " + message.postedWhere();
            Instant at = message.postedAt();
            parts.add(new Part(
                    "External message",
                    decided + posted + (at == null ? "" : ", " + times.both(at)),
                    List.of(),
                    List.of(),
                    List.of(
                            new Passage("Summary", message.summary(), false),
                            new Passage("What happened", message.whatHappened(), false),
                            new Passage("What are we doing about this", message.whatWeDo(), false))));
        }
    }
}
