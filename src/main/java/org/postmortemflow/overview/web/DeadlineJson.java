package org.postmortemflow.overview.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.deadline.StoredDeadline.Word;

/** A deadline on the wire. */
@Schema(name = "PostmortemDeadline")
record DeadlineJson(
        @Schema(example = "meeting-held") String kind,
        String label,

        @Schema(description = "The follow-up's id, of follow-ups") @Nullable
        String followUp,

        @Schema(allowableValues = {"open", "late", "met", "met-late", "excused", "ended"})
        String state,

        @Schema(description = "The first instant that is too late")
        Instant due,

        @Schema(description = "How the due time came about") String because,

        @Schema(example = "R9: 5 business days") String rule,

        @Nullable Instant metAt,

        @Schema(description = "The due time that was missed") @Nullable
        Instant breachedAt,

        @Schema(description = "Why the meeting was set after its deadline") @Nullable
        WordJson lateReason,

        @Schema(description = "Why it is fine that it was missed") @Nullable
        WordJson excuse) {

    /** A reason that somebody gave. */
    @Schema(name = "PostmortemDeadlineReason")
    record WordJson(String reason, String by, Instant at) {}

    static DeadlineJson of(StoredDeadline deadline, Instant now) {
        return new DeadlineJson(
                deadline.kind().key(),
                deadline.kind().label(),
                deadline.subject().isEmpty() ? null : deadline.subject(),
                deadline.state(now).key(),
                deadline.due(),
                deadline.because(),
                deadline.rule(),
                deadline.metAt(),
                deadline.breachedAt(),
                word(deadline.lateReason()),
                word(deadline.excuse()));
    }

    private static @Nullable WordJson word(@Nullable Word word) {
        return word == null ? null : new WordJson(word.reason(), word.by().value(), word.at());
    }
}
