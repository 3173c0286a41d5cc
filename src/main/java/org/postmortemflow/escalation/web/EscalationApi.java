package org.postmortemflow.escalation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.escalation.EscalateByHand;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/postmortems/{id}/escalations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Postmortems")
class EscalationApi {

    private final EscalateByHand escalateByHand;

    EscalationApi(EscalateByHand escalateByHand) {
        this.escalateByHand = escalateByHand;
    }

    @Schema(name = "Escalation")
    record EscalationJson(
            @Schema(description = "A step's key and a role of its ladder", example = "schedule-meeting/director")
            @Nullable
            String choice,

            @Nullable String reason) {}

    @Schema(name = "Escalated")
    record EscalatedJson(
            @Schema(description = "The ids of those who are told")
            List<String> persons) {}

    @PostMapping
    @Operation(
            summary = "Tells a rung of the ladder of an open step",
            description =
                    "For the incident commander, the managers of the owner, and administrators. The same role hears"
                            + " of the same step once.")
    @ApiResponse(responseCode = "200", description = "Who is told")
    @ApiResponse(responseCode = "400", description = "Something cannot be taken; one entry per field")
    @ApiResponse(responseCode = "404", description = "There is none with this id, or it is private")
    @ApiResponse(responseCode = "409", description = "This is for somebody else")
    EscalatedJson escalate(@PathVariable PostmortemId id, @RequestBody EscalationJson body, Principal principal) {
        List<Person> told =
                escalateByHand.escalate(id, body.choice(), body.reason(), new PersonId(principal.getName()));
        return new EscalatedJson(
                told.stream().map(Person::id).map(PersonId::value).toList());
    }
}
