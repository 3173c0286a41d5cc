package org.postmortemflow.meeting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.meeting.Answer;
import org.postmortemflow.meeting.Answers;
import org.postmortemflow.meeting.Answers.AttendeeAnswer;
import org.postmortemflow.meeting.ChangeAttendees;
import org.postmortemflow.meeting.Meetings;
import org.postmortemflow.meeting.Reply;
import org.postmortemflow.meeting.TakeReply;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Attendees and their answers for programs; the same people may do it, and the same refusals answer. */
@RestController
@RequestMapping(path = "/api/postmortems/{id}/attendees", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Meetings")
class AttendeesApi {

    private final Meetings meetings;
    private final Answers answers;
    private final ChangeAttendees changeAttendees;
    private final TakeReply takeReply;

    AttendeesApi(Meetings meetings, Answers answers, ChangeAttendees changeAttendees, TakeReply takeReply) {
        this.meetings = meetings;
        this.answers = answers;
        this.changeAttendees = changeAttendees;
        this.takeReply = takeReply;
    }

    @Schema(name = "Attendee")
    record AttendeeJson(
            @Schema(description = "Null for somebody outside the organisation file") @Nullable
            String person,

            String name,
            String email,
            boolean required,
            @Schema(description = "Why they are invited") String reason,

            @Schema(description = "To the present time: accepted, tentative, declined or delegated") @Nullable
            String answer,

            @Nullable Instant answeredAt,
            @Nullable String remark,

            @Schema(description = "Another time that they proposed") @Nullable
            Instant proposedStart) {}

    @Schema(name = "AttendeeToInvite")
    record ToInvite(
            @Schema(description = "A person's id; or give name and email of somebody outside") @Nullable
            String person,

            @Nullable String name,
            @Nullable String email,

            @Schema(description = "Optional when not given") @Nullable
            Boolean required,

            @Nullable String reason) {}

    @Schema(name = "AttendeeAnswer")
    record AnswerJson(
            @Schema(example = "accepted") @Nullable String answer,
            @Nullable String remark) {}

    @GetMapping
    @Operation(summary = "Who is invited, why, and what they answered; empty before the meeting is scheduled")
    List<AttendeeJson> attendees(@PathVariable PostmortemId id) {
        return meetings.of(id).map(answers::of).orElse(List.of()).stream()
                .map(AttendeesApi::json)
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Invites somebody besides; only they get a message")
    void invite(@PathVariable PostmortemId id, @RequestBody ToInvite body, Principal principal) {
        ChangeAttendees.ToInvite wanted = new ChangeAttendees.ToInvite(
                plain(body.person()),
                plain(body.name()),
                plain(body.email()),
                Boolean.TRUE.equals(body.required()),
                plain(body.reason()));
        changeAttendees.invite(id, wanted, person(principal));
    }

    @DeleteMapping("/{email}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes somebody off the list; only they get a message")
    void takeOff(
            @PathVariable PostmortemId id,
            @PathVariable String email,
            @RequestParam(defaultValue = "") String reason,
            Principal principal) {
        changeAttendees.takeOff(id, email, reason, person(principal));
    }

    @PostMapping("/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Answers your own invite")
    void answer(@PathVariable PostmortemId id, @RequestBody AnswerJson body, Principal principal) {
        takeReply.answer(id, Answer.of(plain(body.answer())).orElse(null), plain(body.remark()), person(principal));
    }

    private static AttendeeJson json(AttendeeAnswer one) {
        @Nullable Reply reply = one.reply().orElse(null);
        Reply.@Nullable Proposal proposal = reply == null ? null : reply.proposal();
        @Nullable PersonId person = one.attendee().person();
        return new AttendeeJson(
                person == null ? null : person.value(),
                one.attendee().name(),
                one.attendee().email(),
                one.attendee().required(),
                one.attendee().reason(),
                reply == null ? null : reply.answer().key(),
                reply == null ? null : reply.answeredAt(),
                reply == null ? null : reply.remark(),
                proposal == null ? null : proposal.start());
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static PersonId person(Principal principal) {
        return new PersonId(principal.getName());
    }
}
