package org.postmortemflow.integration.pagerduty;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.ReportOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for PagerDuty. The signature is the sign-in: it is checked over the raw body before anything is read from it. */
@RestController
@Tag(name = "Webhooks", description = "For other systems; each message is signed")
class PagerDutyWebhook {

    private static final Logger LOG = LoggerFactory.getLogger(PagerDutyWebhook.class);
    private static final String SIGNATURE = "X-PagerDuty-Signature";
    private static final int LONGEST_BODY = 1024 * 1024;

    private final ReportIncident reportIncident;
    private final PagerDutyParser parser;
    private final Signatures signatures;
    private final boolean configured;
    private final AtomicBoolean told = new AtomicBoolean();

    PagerDutyWebhook(ReportIncident reportIncident, PagerDutySettings settings, ObjectMapper json) {
        this.reportIncident = reportIncident;
        this.parser = new PagerDutyParser(json, settings.severityByPriority());
        this.signatures = new Signatures(settings.secrets());
        this.configured = !settings.secrets().isEmpty();
    }

    @PostMapping("/webhooks/pagerduty")
    @Operation(summary = "Takes a PagerDuty v3 webhook message")
    @ApiResponse(responseCode = "201", description = "The message opened a postmortem")
    @ApiResponse(responseCode = "202", description = "The message was taken in and started nothing")
    @ApiResponse(responseCode = "400", description = "Not a v3 webhook message")
    @ApiResponse(responseCode = "401", description = "No valid signature")
    @ApiResponse(responseCode = "413", description = "Longer than 1 MB")
    ResponseEntity<?> receive(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            return problem(HttpStatus.PAYLOAD_TOO_LARGE, "A message has at most 1 MB.");
        }
        List<String> headers = Collections.list(request.getHeaders(SIGNATURE));
        if (!signatures.accept(body, headers)) {
            if (!configured && told.compareAndSet(false, true)) {
                LOG.warn("PagerDuty messages are turned away: set postmortem.pagerduty.secrets to the signing secret"
                        + " that PagerDuty showed when the webhook subscription was made");
            }
            return problem(HttpStatus.UNAUTHORIZED, "The message carries no valid " + SIGNATURE + ".");
        }
        return answer(take(parser.parse(body)));
    }

    private ReportOutcome take(PagerDutyEvent event) {
        if (event instanceof PagerDutyEvent.Whole whole) {
            return reportIncident.report(whole.report());
        }
        if (event instanceof PagerDutyEvent.More more) {
            reportIncident.add(more.addition());
        }
        return ReportOutcome.NOTHING;
    }

    private static ResponseEntity<?> answer(ReportOutcome outcome) {
        if (outcome.postmortem() == null) {
            return ResponseEntity.accepted().build();
        }
        Map<String, String> body = Map.of("postmortem", outcome.postmortem().toString());
        URI location = URI.create("/api/postmortems/" + outcome.postmortem());
        return outcome.opened()
                ? ResponseEntity.created(location).body(body)
                : ResponseEntity.accepted().location(location).body(body);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }
}
