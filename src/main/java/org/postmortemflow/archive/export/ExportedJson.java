package org.postmortemflow.archive.export;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.archive.export.ExportedPostmortem.Person;

/** A whole postmortem on the wire; names are those of the rest of REST, every timestamp is UTC in ISO 8601. */
@Schema(
        name = "PostmortemExport",
        description = "All that a postmortem says; timestamps are UTC, what is not known is null, texts are Markdown"
                + " where people write Markdown")
public record ExportedJson(
        UUID id,
        @Schema(description = "Its page") String link,
        String title,
        @Schema(example = "sev-1") @Nullable String severity,
        @Schema(example = "closed") String status,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String endReason,

        @Schema(description = "The organisation's zone", example = "Europe/Berlin")
        String zone,

        IncidentJson incident,
        @Nullable PersonJson owner,
        @Nullable PersonJson commander,
        List<ResponderJson> responders,
        @Nullable MeetingJson meeting,

        @Schema(description = "Markdown by the name of the section; those written, in the order in which they are read")
        Map<String, String> sections,

        List<FigureJson> figures,
        List<RowJson> timeline,

        @Schema(description = "How many rows are left out because they were put aside as noise")
        int rowsPutAside,

        List<FollowUpJson> followUps,

        @Schema(description = "Empty when that was not said")
        String noFollowUpsBecause,

        @Nullable MessageJson externalMessage,
        List<ReviewJson> reviews) {

    @Schema(name = "ExportedPerson", description = "person is null for somebody outside the organisation")
    public record PersonJson(@Nullable String person, String name) {

        static @Nullable PersonJson of(@Nullable Person one) {
            return one == null ? null : known(one);
        }

        static PersonJson known(Person one) {
            return new PersonJson(ExportedJson.id(one), one.name());
        }
    }

    @Schema(name = "ExportedIncident")
    public record IncidentJson(
            String source,
            String reference,
            @Nullable Instant startedAt,
            @Nullable Instant detectedAt,
            @Nullable Instant resolvedAt,
            @Schema(description = "Names") List<String> services,
            String summary,
            @Nullable String url) {}

    @Schema(name = "ExportedResponder")
    public record ResponderJson(String role, @Nullable String person, String name) {}

    @Schema(name = "ExportedMeeting")
    public record MeetingJson(
            Instant start,
            Instant end,
            boolean cancelled,
            @Nullable Instant heldAt,
            @Nullable String videoLink,
            List<AttendeeJson> attendees) {}

    @Schema(name = "ExportedAttendee")
    public record AttendeeJson(
            @Nullable String person,
            String name,
            boolean required,
            String reason,
            @Nullable Boolean attended) {}

    @Schema(name = "ExportedFigure")
    public record FigureJson(
            @Schema(example = "toDetect") String figure,
            String label,
            @Nullable Long seconds,

            @Schema(description = "Where it comes from, or what is lacking")
            String from) {}

    @Schema(name = "ExportedTimelineRow")
    public record RowJson(
            Instant at,
            @Schema(example = "detected") String kind,
            String event,
            String source,

            @Schema(description = "The severity from then on, when the row tells it") @Nullable
            String severity,

            @Schema(description = "Whether customers notice from then on, when the row tells it") @Nullable
            Boolean noticed) {}

    @Schema(name = "ExportedFollowUp")
    public record FollowUpJson(
            String title,
            @Schema(example = "prevention") String kind,
            @Nullable String team,
            String priority,
            @Nullable PersonJson assignee,
            Instant due,
            List<String> labels,
            @Schema(example = "in-progress") String state,
            @Schema(example = "agreed") @Nullable String decision,
            String decisionReason,
            String factor,
            String context,
            @Nullable String ticket) {}

    @Schema(name = "ExportedExternalMessage")
    public record MessageJson(
            String summary,
            String whatHappened,
            String whatWeDo,
            @Nullable Boolean approved,
            @Nullable String postedWhere,
            @Nullable Instant postedAt) {}

    @Schema(name = "ExportedReview")
    public record ReviewJson(
            int round,
            @Nullable String person,
            String name,
            Instant at,
            boolean approved,
            List<String> checks,
            String comments) {}

    public static ExportedJson of(ExportedPostmortem one) {
        Map<String, String> sections = new LinkedHashMap<>();
        one.sections().forEach((name, text) -> sections.put(name.key(), text));
        return new ExportedJson(
                one.id().value(),
                one.link(),
                one.title(),
                one.severity() == null ? null : one.severity().key(),
                one.status().key(),
                one.openedAt(),
                one.closedAt(),
                one.endReason(),
                one.zone().getId(),
                JsonParts.incident(one),
                PersonJson.of(one.owner()),
                PersonJson.of(one.commander()),
                one.responders().stream()
                        .map(responder -> new ResponderJson(
                                responder.role().key(),
                                id(responder.person()),
                                responder.person().name()))
                        .toList(),
                JsonParts.meeting(one.meeting()),
                sections,
                one.figures().stream().map(JsonParts::figure).toList(),
                one.timeline().stream().map(JsonParts::row).toList(),
                one.rowsPutAside(),
                one.followUps().stream().map(JsonParts::followUp).toList(),
                one.noFollowUpsBecause(),
                JsonParts.message(one.externalMessage()),
                one.reviews().stream().map(JsonParts::review).toList());
    }

    static @Nullable String id(Person one) {
        return one.id() == null ? null : one.id().value();
    }
}
