package org.postmortemflow.followup.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.Progress;
import org.postmortemflow.shared.PersonId;

@Schema(name = "FollowUp", description = "Instants are UTC")
record FollowUpJson(
        UUID id,
        UUID postmortem,
        String title,

        @Schema(description = "What it improves: prevention, detection, mitigation or process")
        String kind,

        @Schema(description = "A team's id; null for one of an old document that names none") @Nullable
        String team,

        @Schema(description = "P0 or P1") String priority,
        @Nullable String assignee,
        String context,

        @Schema(description = "The contributing factors that it answers, with commas between")
        String factor,

        @Schema(description = "Whether the meeting talks about it first")
        boolean discuss,

        List<String> labels,
        Instant openedAt,
        String openedBy,

        @Schema(description = "Until when it is to be done, exclusive")
        Instant due,

        boolean overdue,

        @Schema(description = "open, in-progress, done or declined")
        String state,

        @Nullable Instant stateSince,
        @Nullable String stateBy,

        @Schema(description = "Why it was declined, or what was noted")
        String reason,

        @Nullable Instant doneAt,
        @Nullable String doneBy,

        @Schema(description = "How often it was opened again after it was done or declined")
        int reopened,

        @Schema(description = "The meeting's word: agreed, changed or declined") @Nullable
        String decision,

        @Nullable String ticket,

        @Schema(description = "The declined one that it takes up again") @Nullable
        UUID takenFrom) {

    static FollowUpJson of(FollowUp followUp, Instant now) {
        Progress progress = followUp.progress();
        return new FollowUpJson(
                followUp.id(),
                followUp.postmortem().value(),
                followUp.title(),
                followUp.kind().key(),
                followUp.teamId(),
                followUp.priority(),
                value(followUp.assignee()),
                followUp.context(),
                followUp.factor(),
                followUp.discuss(),
                followUp.labels(),
                followUp.openedAt(),
                followUp.openedBy().value(),
                followUp.due(),
                followUp.isOverdue(now),
                progress.state().key(),
                progress.since(),
                value(progress.by()),
                progress.reason(),
                progress.doneAt(),
                value(progress.doneBy()),
                progress.reopened(),
                followUp.decision() == null ? null : followUp.decision().key(),
                followUp.ticket() == null ? null : followUp.ticket().key(),
                followUp.takenFrom());
    }

    private static @Nullable String value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
