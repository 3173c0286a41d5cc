package org.postmortemflow.reminder.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.Person;
import org.postmortemflow.reminder.NudgePeople;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/postmortems/{id}/nudge", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Postmortems")
class NudgeApi {

    private final NudgePeople nudgePeople;

    NudgeApi(NudgePeople nudgePeople) {
        this.nudgePeople = nudgePeople;
    }

    @Schema(name = "Nudge")
    record NudgeJson(
            @Schema(description = "In your own words; may be left out, at most 1,000 characters") @Nullable
            String message) {}

    @Schema(name = "Nudged")
    record NudgedJson(
            @Schema(description = "The ids of those who get a mail")
            List<String> persons) {}

    @PostMapping
    @Operation(summary = "Sends a friendly mail to everybody whose turn it is, once in a while")
    @ApiResponse(responseCode = "200", description = "Who gets a mail")
    @ApiResponse(responseCode = "404", description = "There is none with this id, or it is private")
    @ApiResponse(
            responseCode = "409",
            description = "Nobody else has anything to do, or they were nudged a short while ago")
    NudgedJson nudge(@PathVariable PostmortemId id, @RequestBody NudgeJson body, Principal principal) {
        List<Person> reached = nudgePeople.nudge(id, body.message(), new PersonId(principal.getName()));
        return new NudgedJson(
                reached.stream().map(Person::id).map(PersonId::value).toList());
    }
}
