package org.postmortemflow.incident.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incident as a person reports it, unchecked. */
@Schema(
        name = "IncidentReport",
        description = "An incident that is over",
        requiredProperties = {"title", "resolvedAt"})
record IncidentInput(
        @Schema(maxLength = 300, example = "Checkout answers slowly") @Nullable
        String title,

        @Schema(
                description = "Left out or null when it is not known yet",
                allowableValues = {"sev-1", "sev-2", "sev-3", "sev-4", "sev-5"})
        @Nullable
        String severity,

        @Schema(description = "Ids or names of services, the most affected one first") @Nullable
        List<@Nullable String> services,

        @Schema(
                format = "date-time",
                description = "ISO 8601; without an offset it is local to the organisation",
                example = "2026-06-10T11:02:00Z")
        @Nullable
        String startedAt,

        @Schema(format = "date-time") @Nullable String detectedAt,

        @Schema(format = "date-time", description = "A postmortem begins once the incident is over") @Nullable
        String resolvedAt,

        @Nullable List<@Nullable ResponderInput> responders,
        @Schema(maxLength = 4000) @Nullable String summary,

        @ArraySchema(
                arraySchema =
                        @Schema(
                                description =
                                        "What is true of it, of the questions that decide about lesser incidents"),
                schema =
                        @Schema(
                                allowableValues = {
                                    "loss",
                                    "prolongedAction",
                                    "monitoringMissed",
                                    "causeUnknown",
                                    "wideArchitecture",
                                    "responseProblems"
                                }))
        @Nullable
        List<@Nullable String> criteria,

        @Schema(
                maxLength = 255,
                description = "Your id of the incident: the same one again means the same incident. Without it,"
                        + " title and times tell repeats apart")
        @Nullable
        String reference,

        @Schema(format = "uri", description = "Where there is more about it; http or https") @Nullable
        String url) {

    /** Somebody who took part. */
    @Schema(name = "IncidentResponder", requiredProperties = "role")
    record ResponderInput(
            @Schema(
                    allowableValues = {
                        "incident-commander",
                        "shadow",
                        "deputy",
                        "scribe",
                        "customer-liaison",
                        "stabilised-service",
                        "primary-on-call",
                        "triggered-response",
                        "responder"
                    })
            @Nullable
            String role,

            @Schema(description = "The person's id, e-mail address or PagerDuty id") @Nullable
            String person,

            @Schema(description = "For somebody whom the organisation file does not know") @Nullable
            String name) {}
}
