package org.postmortemflow.wording.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.wording.CheckWording;
import org.postmortemflow.wording.ReviewBlockers;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Kind checks", description = "What the rules say of a postmortem's words, and how to word it better")
class ChecksApi {

    private final Postmortems postmortems;
    private final CheckWording checkWording;
    private final ReviewBlockers blockers;

    ChecksApi(Postmortems postmortems, CheckWording checkWording, ReviewBlockers blockers) {
        this.postmortems = postmortems;
        this.checkWording = checkWording;
        this.blockers = blockers;
    }

    @GetMapping(path = "/api/postmortems/{id}/checks", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The findings on one postmortem, and what is missing before it can be In Review")
    @ApiResponse(responseCode = "200", description = "Hints, each with its place and a better wording")
    ChecksJson of(@PathVariable PostmortemId id) {
        postmortems.get(id);
        return ChecksJson.of(checkWording.of(id), blockers.of(id));
    }
}
