package org.postmortemflow.privacy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.Pseudonym;
import org.postmortemflow.privacy.ErasePerson;
import org.postmortemflow.privacy.ErasurePlan;
import org.postmortemflow.shared.PersonId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same for programs, for example one that follows a list of those who have left. */
@RestController
@RequestMapping(path = "/api/admin/persons/{person}/erasure", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Persons", description = "Making those who have left nameless; for administrators")
class ErasureApi {

    private final ErasePerson erasePerson;

    ErasureApi(ErasePerson erasePerson) {
        this.erasePerson = erasePerson;
    }

    @Schema(name = "ErasureRequest")
    record RequestJson(
            @Schema(description = "Other names and mail addresses of the person to look for") @Nullable
            List<String> also) {}

    @Schema(name = "ErasurePlan")
    record PlanJson(
            @Schema(description = "Names that are looked for in texts")
            Set<String> names,

            @Schema(description = "Mail addresses likewise") Set<String> addresses,

            @Schema(description = "What somebody else must take over first")
            List<String> holds,

            @Schema(description = "How many values speak of the person, by what keeps them")
            Map<String, Long> counts) {}

    @Schema(name = "Erasure")
    record ErasureJson(
            @Schema(description = "The id that stands for the person now; null when nothing spoke of them") @Nullable
            String pseudonym) {}

    @PostMapping("/plan")
    @Operation(summary = "What making a person nameless would change; changes nothing")
    @ApiResponse(responseCode = "200", description = "What was found")
    PlanJson plan(
            @PathVariable String person, @RequestBody(required = false) @Nullable RequestJson body, Principal by) {
        ErasurePlan plan = erasePerson.plan(person, also(body), new PersonId(by.getName()));
        return new PlanJson(plan.names(), plan.addresses(), plan.holds(), plan.counts());
    }

    @PostMapping
    @Operation(
            summary = "Makes a person who has left nameless in everything that is kept, for ever",
            description =
                    "A second time changes nothing. Refused while the person is in the organisation file or has something in hand.")
    @ApiResponse(responseCode = "200", description = "Done")
    ErasureJson erase(
            @PathVariable String person, @RequestBody(required = false) @Nullable RequestJson body, Principal by) {
        Optional<Pseudonym> pseudonym = erasePerson.erase(person, also(body), new PersonId(by.getName()));
        return new ErasureJson(pseudonym.map(one -> one.id().value()).orElse(null));
    }

    private static String also(@Nullable RequestJson body) {
        return body == null || body.also() == null ? "" : String.join("\n", body.also());
    }
}
