package org.postmortemflow.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends what PagerDuty sends about one incident, signed as PagerDuty signs. */
final class PagerDuty {

    private static final Path SAMPLES = Path.of("src/test/resources/journey");

    private final URI base;
    private final String incident = UUID.randomUUID().toString().substring(0, 8).toUpperCase();

    PagerDuty(URI base) {
        this.base = base;
    }

    /** The incident was given the highest priority two hours ago. */
    HttpResponse<String> givesHighestPriority() throws IOException, InterruptedException {
        return send("incident.priority_updated.json", Duration.ofHours(2));
    }

    /** The incident was resolved a minute ago. @return the id of its postmortem */
    String resolves() throws IOException, InterruptedException {
        HttpResponse<String> answer = send("incident.resolved.json", Duration.ofMinutes(1));
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        JsonNode body = new ObjectMapper().readTree(answer.body());
        return body.path("postmortem").asText();
    }

    private HttpResponse<String> send(String sample, Duration ago) throws IOException, InterruptedException {
        Instant occurred = Instant.now().minus(ago).truncatedTo(ChronoUnit.MILLIS);
        String body = Files.readString(SAMPLES.resolve(sample))
                .replace("@EVENT@", UUID.randomUUID().toString())
                .replace("@INCIDENT@", incident)
                .replace("@CREATED@", Instant.now().minus(Duration.ofHours(3)).toString())
                .replace("@OCCURRED@", occurred.toString());
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/webhooks/pagerduty"))
                .header("Content-Type", "application/json")
                .header("X-PagerDuty-Signature", "v1=" + signature(body))
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(PackagedApplication.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
