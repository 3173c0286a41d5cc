package org.postmortemflow.dashboard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.Promises;
import org.postmortemflow.shared.PersonId;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of the page of promises as JSON. */
@RestController
@RequestMapping(path = "/api/metrics", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Metrics", description = "Figures of all postmortems; /dashboard/glossary says what each means")
class PromisesApi {

    private final Promises promises;

    PromisesApi(Promises promises) {
        this.promises = promises;
    }

    @GetMapping("/promises")
    @Operation(
            summary = "Whether the organisation keeps its promises",
            description =
                    "The same figures for everybody; private postmortems are counted. Without months, the last twelve.")
    @ApiResponse(responseCode = "200", description = "The figures")
    @ApiResponse(responseCode = "400", description = "Something cannot be read; one entry per field")
    PromisesJson promises(
            @Parameter(
                            description = "First month of the resolution",
                            example = "2026-01",
                            schema = @Schema(type = "string"))
                    @RequestParam(required = false)
                    @Nullable
                    List<String> from,
            @Parameter(description = "Last month, inclusive", example = "2026-06", schema = @Schema(type = "string"))
                    @RequestParam(required = false)
                    @Nullable
                    List<String> to,
            @Parameter(description = "Team id; none for those without") @RequestParam(required = false) @Nullable
                    List<String> team,
            @Parameter(description = "Service id or name") @RequestParam(required = false) @Nullable
                    List<String> service,
            @Parameter(description = "For example sev-1") @RequestParam(required = false) @Nullable
                    List<String> severity,
            @Parameter(description = "For example closed") @RequestParam(required = false) @Nullable
                    List<String> status,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> typed,
            Principal viewer) {
        return PromisesJson.of(promises.report(promises.read(typed), new PersonId(viewer.getName())));
    }
}
