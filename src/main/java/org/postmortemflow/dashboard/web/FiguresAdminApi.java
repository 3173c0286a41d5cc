package org.postmortemflow.dashboard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.postmortemflow.dashboard.RebuildFacts;
import org.postmortemflow.shared.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The same for programs. */
@RestController
@RequestMapping(path = "/api/admin/figures/rebuild", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Metrics")
class FiguresAdminApi {

    private final RebuildFacts rebuild;

    FiguresAdminApi(RebuildFacts rebuild) {
        this.rebuild = rebuild;
    }

    @Schema(name = "FiguresRebuild")
    record RebuildJson(
            @Schema(description = "How many postmortems are still to be computed")
            long waiting) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Computes all figures from the record again, while people work; for administrators")
    @ApiResponse(responseCode = "202", description = "It begins within a minute")
    @ApiResponse(responseCode = "409", description = "This is for an administrator")
    RebuildJson rebuild(Principal by) {
        rebuild.markAll(new PersonId(by.getName()));
        return new RebuildJson(rebuild.waiting());
    }

    @GetMapping
    @Operation(summary = "How far that is; for administrators")
    @ApiResponse(responseCode = "200", description = "How many postmortems wait for it")
    @ApiResponse(responseCode = "409", description = "This is for an administrator")
    RebuildJson waiting(Principal by) {
        rebuild.require(new PersonId(by.getName()));
        return new RebuildJson(rebuild.waiting());
    }
}
