package org.postmortemflow.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.Objects;
import java.util.UUID;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.ReportOutcome;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Incidents", description = "Report an incident that is over")
class IncidentApi {

    private final ReportIncident reportIncident;
    private final ReportReader reader;

    IncidentApi(ReportIncident reportIncident, ReportReader reader) {
        this.reportIncident = reportIncident;
        this.reader = reader;
    }

    /** @param opened whether this report opened it; false for a repeat */
    record Answer(UUID postmortem, boolean opened) {}

    @PostMapping(
            path = "/api/incidents",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Report an incident that is over; its postmortem is opened",
            description = "The same incident again (same reference, or same title and times) adds to what is known"
                    + " and opens nothing.")
    @ApiResponse(responseCode = "201", description = "The postmortem was opened; Location leads to it")
    @ApiResponse(responseCode = "200", description = "It was reported before; Location leads to its postmortem")
    ResponseEntity<Answer> report(@RequestBody IncidentInput input, Principal principal) {
        ReportOutcome outcome = reportIncident.report(reader.read(input, principal));
        UUID id = Objects.requireNonNull(outcome.postmortem()).value();
        URI location = URI.create("/api/postmortems/" + id);
        return (outcome.opened()
                        ? ResponseEntity.created(location)
                        : ResponseEntity.ok().location(location))
                .body(new Answer(id, outcome.opened()));
    }
}
