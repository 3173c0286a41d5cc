package org.postmortemflow.archive.export;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.timeline.TimelineKind;

/**
 * All that leaves the house with a postmortem; every format is written from this. All instants are UTC, texts are as people wrote
 * them but for characters that no format can hold. What is not known is null.
 *
 * @param link the postmortem's page, absolute
 * @param zone the organisation's, in which times are shown beside UTC
 * @param services their names
 * @param commander the first of the responders with this role
 * @param sections those written, in the order in which they are read (R15)
 * @param rowsPutAside how many rows of the timeline are left out because they were put aside as noise
 * @param images attached ones by their address, as far as a single file may hold them
 */
public record ExportedPostmortem(
        PostmortemId id,
        String link,
        String title,
        Status status,
        @Nullable Severity severity,
        ZoneId zone,
        Incident incident,
        List<String> services,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String endReason,
        @Nullable Person owner,
        @Nullable Person commander,
        List<Responder> responders,
        @Nullable Meeting meeting,
        Map<SectionName, String> sections,
        List<Row> timeline,
        int rowsPutAside,
        List<Figure> figures,
        List<Action> followUps,
        String noFollowUpsBecause,
        @Nullable Message externalMessage,
        List<Review> reviews,
        Map<String, Image> images) {

    /** The text of a section; empty when it was not written. */
    public String text(SectionName name) {
        return sections.getOrDefault(name, "");
    }

    /** @param id null for somebody outside the organisation file */
    public record Person(@Nullable PersonId id, String name) {}

    public record Incident(
            String source,
            String reference,
            @Nullable Instant startedAt,
            @Nullable Instant detectedAt,
            @Nullable Instant resolvedAt,
            String summary,
            @Nullable String url) {}

    public record Responder(ResponderRole role, Person person) {}

    public record Meeting(
            Instant start,
            Instant end,
            boolean cancelled,
            @Nullable Instant heldAt,
            @Nullable String videoLink,
            List<Attendee> attendees) {}

    /** @param attended null until the meeting was recorded */
    public record Attendee(
            Person person,
            boolean required,
            String reason,
            @Nullable Boolean attended) {}

    /** @param severity the incident's from then on, when the row tells it; {@code noticed} likewise, by customers */
    public record Row(
            Instant at,
            TimelineKind kind,
            String event,
            String source,
            @Nullable Severity severity,
            @Nullable Boolean noticed) {}

    /**
     * A figure of the impact (R16).
     *
     * @param from where it comes from, or what is lacking, in words
     */
    public record Figure(String key, String label, @Nullable Duration length, String from) {}

    /** @param team its name; null for one of an old document that names none */
    public record Action(
            String title,
            FollowUp.Kind kind,
            @Nullable String team,
            String priority,
            @Nullable Person assignee,
            Instant due,
            List<String> labels,
            FollowUp.State state,
            FollowUp.@Nullable Decision decision,
            String decisionReason,
            String factor,
            String context,
            @Nullable String ticket) {}

    /** @param approved null until the meeting has decided */
    public record Message(
            String summary,
            String whatHappened,
            String whatWeDo,
            @Nullable Boolean approved,
            @Nullable String postedWhere,
            @Nullable Instant postedAt) {}

    /** @param checks the questions answered with yes (R27), in words */
    public record Review(
            int round, Person reviewer, Instant at, boolean approved, List<String> checks, String comments) {}

    /** The content of an attached image. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Image(String mediaType, byte[] content) {}
}
