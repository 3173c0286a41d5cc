package org.postmortemflow.overview.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.DoStep;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Step;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the pages of a postmortem can do, for programs. The same people may do it, and the same refusals answer. */
@RestController
@RequestMapping("/api/postmortems/{id}")
@ResponseStatus(HttpStatus.NO_CONTENT)
@Tag(name = "Postmortems")
class ActionApi {

    private final TakeAction takeAction;
    private final DoStep doStep;

    ActionApi(TakeAction takeAction, DoStep doStep) {
        this.takeAction = takeAction;
        this.doStep = doStep;
    }

    @Schema(name = "NewMeetingTime")
    record NewTime(
            @Schema(
                    description = "ISO 8601; without an offset in the organisation's zone",
                    example = "2026-06-12T12:00:00Z")
            @Nullable
            String start,

            @Schema(description = "15 to 120", example = "60") @Nullable
            String minutes,

            @Schema(description = "Needed when it starts after its deadline") @Nullable
            String lateReason) {}

    @Schema(name = "NewSeverity")
    record NewSeverity(
            @Schema(example = "sev-2") @Nullable String severity,
            @Nullable String reason) {}

    @Schema(name = "NewOwner")
    record NewOwner(
            @Schema(description = "A person's id") @Nullable String owner,
            @Nullable String reason) {}

    @Schema(name = "Cancellation")
    record Cancellation(@Nullable String reason) {}

    @Schema(name = "RequirementDecision")
    record Decision(
            @Schema(description = "True opens a waived postmortem after all, false waives an open one") @Nullable
            Boolean required,

            @Nullable String reason) {}

    @PostMapping("/meeting")
    @Operation(summary = "Moves the meeting; everybody who is invited is told")
    void meeting(@PathVariable PostmortemId id, @RequestBody NewTime body, Principal principal) {
        Map<String, String> typed = new HashMap<>();
        typed.put("start", plain(body.start()));
        typed.put("minutes", plain(body.minutes()));
        typed.put("lateReason", plain(body.lateReason()));
        takeAction.take(Action.MOVE_MEETING, id, typed, person(principal));
    }

    @PostMapping("/severity")
    @Operation(summary = "Changes the severity, and the deadlines with it")
    void severity(@PathVariable PostmortemId id, @RequestBody NewSeverity body, Principal principal) {
        take(Action.CHANGE_SEVERITY, id, "severity", body.severity(), body.reason(), principal);
    }

    @PostMapping("/owner")
    @Operation(summary = "Hands the postmortem over to another owner")
    void owner(@PathVariable PostmortemId id, @RequestBody NewOwner body, Principal principal) {
        take(Action.HAND_OVER, id, "owner", body.owner(), body.reason(), principal);
    }

    @PostMapping("/cancel")
    @Operation(summary = "Cancels the postmortem for good")
    void cancel(@PathVariable PostmortemId id, @RequestBody Cancellation body, Principal principal) {
        take(Action.CANCEL, id, "", null, body.reason(), principal);
    }

    @PostMapping("/requirement")
    @Operation(summary = "Decides against the rules whether there is a postmortem")
    void requirement(@PathVariable PostmortemId id, @RequestBody Decision body, Principal principal) {
        if (body.required() == null) {
            throw new Refused("required", "Please say true or false.");
        }
        Action action = body.required() ? Action.OPEN_AFTER_ALL : Action.WAIVE;
        take(action, id, "", null, body.reason(), principal);
    }

    @PostMapping("/steps/{step}")
    @Operation(
            summary = "Does a step: the same fields as its form",
            description = "A field of text, a number, true or false, a list of texts, or a list of rows")
    void step(
            @PathVariable PostmortemId id,
            @PathVariable Step step,
            @RequestBody Map<String, @Nullable Object> answers,
            Principal principal) {
        doStep.complete(id, step, new StepAnswers(answers), person(principal));
    }

    private void take(
            Action action,
            PostmortemId id,
            String field,
            @Nullable String value,
            @Nullable String reason,
            Principal principal) {
        takeAction.take(action, id, Map.of(field, plain(value), "reason", plain(reason)), person(principal));
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static PersonId person(Principal principal) {
        return new PersonId(principal.getName());
    }
}
