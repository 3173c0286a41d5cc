package org.postmortemflow.overview.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.incident.Incident;
import org.postmortemflow.incident.Responder;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.meeting.Meeting;
import org.postmortemflow.overview.PostmortemOverview;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Severity;

/** A postmortem on the wire; every timestamp is UTC in ISO 8601. What is not known yet is null. */
@Schema(
        name = "Postmortem",
        description = "Where a postmortem stands; timestamps are UTC, what is not known yet is null")
record PostmortemJson(
        UUID id,
        String title,
        @Schema(example = "sev-1") @Nullable String severity,

        @Schema(
                example = "draft",
                allowableValues = {"draft", "in-review", "reviewed", "closed", "waived", "cancelled"})
        String status,

        boolean late,

        @Schema(description = "The resolution that deadlines count from")
        Instant clockStart,

        Instant openedAt,
        @Nullable Instant closedAt,

        @Schema(description = "Why it was cancelled or waived by hand") @Nullable
        String endReason,

        boolean customersAffected,
        IncidentJson incident,
        @Nullable OwnerJson owner,
        @Nullable MeetingJson meeting,
        List<StepJson> steps,

        @Schema(description = "In the order of the process; those whose due time is not known yet are left out")
        List<DeadlineJson> deadlines,

        RequirementJson requirement) {

    @Schema(name = "PostmortemIncident")
    record IncidentJson(
            UUID id,
            String source,
            String reference,
            String title,
            @Nullable String severity,
            @Nullable Instant startedAt,
            @Nullable Instant detectedAt,
            @Nullable Instant resolvedAt,
            List<String> services,
            List<ResponderJson> responders,
            String summary,
            List<String> criteria,
            @Nullable String url) {}

    @Schema(name = "PostmortemResponder")
    record ResponderJson(String role, @Nullable String person, String name) {}

    @Schema(name = "PostmortemOwner")
    record OwnerJson(String person, String name, Instant since) {}

    @Schema(name = "PostmortemMeeting")
    record MeetingJson(
            Instant start,
            Instant end,
            @Nullable String videoLink,
            int sequence,
            boolean cancelled,
            @Nullable String facilitator,
            List<AttendeeJson> attendees,
            @Nullable Instant heldAt) {}

    @Schema(name = "PostmortemAttendee")
    record AttendeeJson(
            @Nullable String person,
            String name,
            boolean required,
            String reason,
            @Nullable Boolean attended) {}

    @Schema(name = "PostmortemStep")
    record StepJson(
            @Schema(example = "designate-owner") String step,
            String label,

            @Schema(allowableValues = {"open", "done", "dropped"})
            String state,

            @Nullable String assignee,

            @Schema(description = "The group that may do it while nobody is named") @Nullable
            String pool,

            Instant openedAt,
            @Nullable Instant due,

            @Schema(description = "How the due time came about") @Nullable
            String because,

            boolean late,
            @Nullable Instant doneAt,
            @Nullable String doneBy) {}

    @Schema(name = "PostmortemRequirement")
    record RequirementJson(
            @Schema(description = "Null until it is decided") @Nullable
            Boolean required,

            List<String> reasons) {}

    static PostmortemJson of(PostmortemOverview overview, Instant now) {
        Postmortem postmortem = overview.postmortem();
        return new PostmortemJson(
                postmortem.id().value(),
                postmortem.title(),
                key(postmortem.severity()),
                postmortem.status().key(),
                overview.late(),
                postmortem.clockStart(),
                postmortem.openedAt(),
                postmortem.closedAt(),
                postmortem.endReason(),
                postmortem.customersAffected(),
                incident(overview.incident()),
                owner(overview),
                overview.meeting() == null ? null : meeting(overview.meeting()),
                overview.steps().stream().map(step -> step(step, now)).toList(),
                overview.deadlines().stream()
                        .map(deadline -> DeadlineJson.of(deadline, now))
                        .toList(),
                new RequirementJson(postmortem.required(), postmortem.requirementReasons()));
    }

    private static IncidentJson incident(Incident incident) {
        return new IncidentJson(
                incident.id(),
                incident.source(),
                incident.externalKey(),
                incident.title(),
                key(incident.severity()),
                incident.startedAt(),
                incident.detectedAt(),
                incident.resolvedAt(),
                incident.services(),
                incident.responders().stream().map(PostmortemJson::responder).toList(),
                incident.summary(),
                incident.criteria().stream()
                        .sorted()
                        .map(criterion -> criterion.key())
                        .toList(),
                incident.url());
    }

    private static ResponderJson responder(Responder responder) {
        return new ResponderJson(responder.role().key(), value(responder.person()), responder.name());
    }

    private static @Nullable OwnerJson owner(PostmortemOverview overview) {
        return Optional.ofNullable(overview.owner())
                .map(owner -> new OwnerJson(
                        owner.owner().value(),
                        Optional.ofNullable(overview.ownerName())
                                .orElse(owner.owner().value()),
                        owner.since()))
                .orElse(null);
    }

    private static MeetingJson meeting(Meeting meeting) {
        return new MeetingJson(
                meeting.start(),
                meeting.end(),
                meeting.videoLink(),
                meeting.sequence(),
                meeting.cancelled(),
                value(meeting.facilitator()),
                meeting.attendees().stream()
                        .map(attendee -> new AttendeeJson(
                                value(attendee.person()),
                                attendee.name(),
                                attendee.required(),
                                attendee.reason(),
                                attendee.attended()))
                        .toList(),
                meeting.heldAt());
    }

    private static StepJson step(StepState step, Instant now) {
        return new StepJson(
                step.step().key(),
                step.step().label(),
                step.state().name().toLowerCase(java.util.Locale.ROOT),
                value(step.assignee()),
                step.pool(),
                step.openedAt(),
                step.due(),
                step.because(),
                step.isLate(now),
                step.doneAt(),
                value(step.doneBy()));
    }

    private static @Nullable String key(@Nullable Severity severity) {
        return severity == null ? null : severity.key();
    }

    private static @Nullable String value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
