package org.postmortemflow.integration.replies;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.meeting.IncomingReply;
import org.postmortemflow.meeting.TakeReply;
import org.postmortemflow.meeting.Taken;
import org.postmortemflow.shared.PersonId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For a mail system that hands over what arrives for the service mailbox. */
@RestController
@Tag(name = "Meetings", description = "Replies to invites")
class RepliesApi {

    private static final String ADDRESS = "/api/calendar/replies";

    private final TakeReply takeReply;

    RepliesApi(TakeReply takeReply) {
        this.takeReply = takeReply;
    }

    @Schema(name = "ReplyTaken")
    record TakenJson(
            @Schema(description = "counted, outdated, repeated, ignored or kept (an operator looks at it)")
            String outcome,

            String detail,

            @Schema(description = "The postmortem whose meeting it is about") @Nullable
            String postmortem) {}

    @PostMapping(path = ADDRESS, consumes = "text/calendar", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Takes a reply to an invite (iTIP REPLY or COUNTER)",
            description = "Administrators hand in anybody's, others their own. The same one again changes nothing.")
    @ApiResponse(responseCode = "200", description = "Taken; see the outcome")
    @ApiResponse(responseCode = "400", description = "Not a reply to an invite")
    @ApiResponse(responseCode = "409", description = "Somebody else's answer")
    @ApiResponse(responseCode = "413", description = "Longer than 1 MB")
    ResponseEntity<?> calendar(HttpServletRequest request, Principal principal) throws IOException {
        byte[] body = body(request);
        return body.length > ReplyMail.LONGEST ? tooLong() : take(ReplyMail.ofCalendar(body), principal);
    }

    @PostMapping(path = ADDRESS, consumes = "message/rfc822", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Takes a whole mail with a reply in it")
    ResponseEntity<?> mail(HttpServletRequest request, Principal principal) throws IOException {
        byte[] body = body(request);
        return body.length > ReplyMail.LONGEST ? tooLong() : take(ReplyMail.of(body), principal);
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        return request.getInputStream().readNBytes(ReplyMail.LONGEST + 1);
    }

    private ResponseEntity<?> take(IncomingReply message, Principal principal) {
        return ResponseEntity.ok(json(taken(message, principal)));
    }

    private Taken taken(IncomingReply message, Principal principal) {
        try {
            return takeReply.take(message, new PersonId(principal.getName()));
        } catch (DuplicateKeyException atTheSameMoment) {
            return new Taken(Taken.Kind.REPEATED, "This message was taken in before.", null);
        }
    }

    private static TakenJson json(Taken taken) {
        return new TakenJson(
                taken.kind().name().toLowerCase(Locale.ROOT),
                taken.detail(),
                taken.postmortem() == null ? null : taken.postmortem().toString());
    }

    private static ResponseEntity<ProblemDetail> tooLong() {
        return ResponseEntity.of(
                        ProblemDetail.forStatusAndDetail(HttpStatus.PAYLOAD_TOO_LARGE, "A reply has at most 1 MB."))
                .build();
    }
}
