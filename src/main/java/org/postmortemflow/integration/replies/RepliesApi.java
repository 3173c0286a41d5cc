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
import org.springframework.web.ErrorResponseException;
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
    TakenJson calendar(HttpServletRequest request, Principal principal) throws IOException {
        return take(ReplyMail.ofCalendar(body(request)), principal);
    }

    @PostMapping(path = ADDRESS, consumes = "message/rfc822", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Takes a whole mail with a reply in it")
    TakenJson mail(HttpServletRequest request, Principal principal) throws IOException {
        return take(ReplyMail.of(body(request)), principal);
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(ReplyMail.LONGEST + 1);
        if (body.length > ReplyMail.LONGEST) {
            throw tooLong();
        }
        return body;
    }

    private TakenJson take(IncomingReply message, Principal principal) {
        return json(taken(message, principal));
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

    /** A refusal is thrown, so that it is not taken for the kind of answer that the operations promise. */
    private static ErrorResponseException tooLong() {
        return new ErrorResponseException(
                HttpStatus.PAYLOAD_TOO_LARGE,
                ProblemDetail.forStatusAndDetail(HttpStatus.PAYLOAD_TOO_LARGE, "A reply has at most 1 MB."),
                null);
    }
}
