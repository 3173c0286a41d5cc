package org.postmortemflow.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.notification.OutboxDesk;
import org.postmortemflow.notification.OutboxEntry;
import org.postmortemflow.notification.OutboxFigures;
import org.postmortemflow.notification.OutboxState;
import org.postmortemflow.notification.RelayPause;
import org.postmortemflow.shared.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/outbox", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Outbox", description = "The mail that waits, and what became of the rest; for administrators")
class OutboxApi {

    private static final int SHOWN = 100;

    private final OutboxDesk desk;

    OutboxApi(OutboxDesk desk) {
        this.desk = desk;
    }

    @Schema(name = "Outbox")
    record OutboxJson(
            long waiting,
            @Nullable Instant oldestWaiting,
            long failed,
            long quarantined,

            @Schema(description = "While nothing is sent: since when") @Nullable
            Instant pausedSince,

            @Schema(description = "and why") @Nullable String pausedBecause,

            List<MailJson> mails,

            @Schema(description = "Give this as \"before\" to read on; null at the end") @Nullable
            Long next) {}

    @Schema(name = "OutboxMail")
    record MailJson(
            UUID id,
            UUID postmortem,
            @Schema(example = "owner-designated") String kind,
            String recipient,
            String subject,
            @Schema(example = "failed") String state,
            int attempts,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable String error) {}

    @Schema(name = "OutboxReason")
    record ReasonJson(
            @Schema(description = "Why; it is noted with your name") @Nullable
            String reason,

            @Schema(description = "For all of a kind: failed or quarantined") @Nullable
            String state,

            @Schema(description = "For all of a kind: only these mails") @Nullable
            String kind) {}

    @Schema(name = "OutboxRetried")
    record RetriedJson(int retried) {}

    @GetMapping
    @Operation(summary = "The mails, newest first, and how many are waiting or stuck")
    @ApiResponse(responseCode = "200", description = "At most 100 of them")
    @ApiResponse(responseCode = "409", description = "This is for an administrator")
    OutboxJson list(
            @Parameter(description = "waiting, sent, failed, quarantined or dropped")
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(description = "For example owner-designated") @RequestParam(required = false) @Nullable
                    String kind,
            @Parameter(description = "Part of a subject, name or address") @RequestParam(required = false) @Nullable
                    String q,
            @Parameter(description = "\"next\" of the page before") @RequestParam(required = false) @Nullable
                    String before,
            @Parameter(hidden = true) @RequestParam Map<String, String> typed,
            Principal principal) {
        PersonId me = new PersonId(principal.getName());
        List<OutboxEntry> mails = desk.list(TypedFilter.read(typed), TypedFilter.before(typed), SHOWN, me);
        OutboxFigures figures = desk.figures(me);
        @Nullable RelayPause pause = desk.pause(me).orElse(null);
        return new OutboxJson(
                figures.waiting(),
                figures.oldestWaiting(),
                figures.failed(),
                figures.quarantined(),
                pause == null ? null : pause.since(),
                pause == null ? null : pause.reason(),
                mails.stream().map(OutboxApi::json).toList(),
                mails.size() < SHOWN ? null : mails.get(SHOWN - 1).position());
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sends a failed or quarantined mail again")
    void retry(@PathVariable UUID id, @RequestBody ReasonJson why, Principal principal) {
        desk.retry(id, why.reason(), new PersonId(principal.getName()));
    }

    @PostMapping("/{id}/drop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lets a mail that was not sent never leave")
    void drop(@PathVariable UUID id, @RequestBody ReasonJson why, Principal principal) {
        desk.drop(id, why.reason(), new PersonId(principal.getName()));
    }

    @PostMapping("/retry")
    @Operation(summary = "Sends all failed or quarantined mails again, or those of one kind; 5,000 at once at most")
    RetriedJson retryAll(@RequestBody ReasonJson why, Principal principal) {
        Map<String, String> filter = Map.of(
                "state", why.state() == null ? OutboxState.FAILED.key() : why.state(),
                "kind", why.kind() == null ? "" : why.kind());
        return new RetriedJson(
                desk.retryAll(TypedFilter.read(filter), why.reason(), new PersonId(principal.getName())));
    }

    @PostMapping("/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Nothing is sent, by no node, until it is resumed")
    void pause(@RequestBody ReasonJson why, Principal principal) {
        desk.pause(why.reason(), new PersonId(principal.getName()));
    }

    @PostMapping("/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mail is sent again")
    void resume(Principal principal) {
        desk.resume(new PersonId(principal.getName()));
    }

    private static MailJson json(OutboxEntry mail) {
        return new MailJson(
                mail.id(),
                mail.postmortem().value(),
                mail.template(),
                mail.recipientEmail(),
                mail.subject(),
                mail.state().key(),
                mail.attempts(),
                mail.createdAt(),
                mail.sentAt(),
                mail.error());
    }
}
