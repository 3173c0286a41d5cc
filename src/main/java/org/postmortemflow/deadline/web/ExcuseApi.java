package org.postmortemflow.deadline.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.deadline.ExcuseDeadline;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.deadline.StoredDeadlines;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Excuses a deadline, for programs; the same people may do it as on the page, and the same refusals answer. */
@RestController
@RequestMapping("/api/postmortems/{id}/deadlines/{kind}/excuse")
@Tag(name = "Postmortems")
class ExcuseApi {

    private final StoredDeadlines deadlines;
    private final ExcuseDeadline excuseDeadline;

    ExcuseApi(StoredDeadlines deadlines, ExcuseDeadline excuseDeadline) {
        this.deadlines = deadlines;
        this.excuseDeadline = excuseDeadline;
    }

    @Schema(name = "DeadlineExcuse")
    record Excuse(
            @Schema(description = "Why it is fine that the deadline is missed") @Nullable
            String reason,

            @Schema(description = "The follow-up's id, when the deadline is one of a follow-up") @Nullable
            String followUp) {}

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Excuses a deadline that is or will be missed; for managers who do not own the postmortem")
    void excuse(
            @PathVariable PostmortemId id, @PathVariable String kind, @RequestBody Excuse body, Principal principal) {
        String subject = body.followUp() == null ? "" : body.followUp();
        StoredDeadline deadline = deadlines.of(id).stream()
                .filter(one -> one.kind().key().equals(kind) && one.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No such deadline"));
        excuseDeadline.excuse(id, deadline.kind(), subject, body.reason(), new PersonId(principal.getName()));
    }
}
