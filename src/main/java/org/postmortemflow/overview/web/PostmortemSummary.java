package org.postmortemflow.overview.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.overview.ListedPostmortem;
import org.postmortemflow.people.Names;
import org.postmortemflow.shared.PersonId;

/** A postmortem in a list on the wire; the whole of it is under its own address. */
@Schema(name = "PostmortemSummary", description = "Timestamps are UTC, what is not known yet is null")
record PostmortemSummary(
        UUID id,
        String title,
        @Schema(example = "sev-1") @Nullable String severity,

        @Schema(
                example = "draft",
                allowableValues = {"draft", "in-review", "reviewed", "closed", "waived", "cancelled"})
        String status,

        @Schema(description = "Whether a deadline is missed that is still to be met")
        boolean late,

        @Schema(description = "The team's id; null when no affected service is known") @Nullable
        String team,

        @Schema(description = "Ids, or names of services that the organisation does not know")
        List<String> services,

        @Nullable SummaryOwner owner,

        @Schema(description = "The resolution that deadlines count from")
        Instant clockStart,

        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String endReason,
        @Nullable SummaryDeadline nextDeadline,

        @Schema(description = "The open ones, the earliest due first")
        List<SummaryStep> steps) {

    @Schema(name = "PostmortemSummaryOwner")
    record SummaryOwner(String person, String name) {}

    @Schema(name = "PostmortemSummaryDeadline", description = "What is to be done first")
    record SummaryDeadline(
            @Schema(example = "meeting-held") String kind,

            @Schema(description = "The first instant that is too late")
            Instant due,

            @Schema(description = "How the due time came about")
            String because) {}

    @Schema(name = "PostmortemSummaryStep")
    record SummaryStep(
            @Schema(example = "designate-owner") String step,
            @Nullable String assignee,

            @Schema(description = "The group that may do it while nobody is named") @Nullable
            String pool,

            @Nullable Instant due) {}

    static PostmortemSummary of(ListedPostmortem one, Names names) {
        ListedPostmortem.Next next = one.next();
        PersonId owner = one.owner();
        return new PostmortemSummary(
                one.id().value(),
                one.title(),
                one.severity() == null ? null : one.severity().key(),
                one.status().key(),
                one.late(),
                one.team().isEmpty() ? null : one.team(),
                one.services(),
                owner == null ? null : new SummaryOwner(owner.value(), names.of(owner)),
                one.clockStart(),
                one.openedAt(),
                one.closedAt(),
                one.endReason(),
                next == null ? null : new SummaryDeadline(next.kind().key(), next.due(), next.because()),
                one.openSteps().stream().map(PostmortemSummary::step).toList());
    }

    private static SummaryStep step(StepState step) {
        PersonId assignee = step.assignee();
        return new SummaryStep(step.step().key(), assignee == null ? null : assignee.value(), step.pool(), step.due());
    }
}
