package org.postmortemflow.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A person of the demo organisation at the REST interfaces, signed in with the password {@code demo}. */
record Caller(URI base, String person) {

    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode get(String path) {
        return json(send(path, "GET", null), 200);
    }

    /** @return the answer to a request for a page; redirects are not followed */
    HttpResponse<String> open(String path) {
        return send(path, "GET", null);
    }

    /** @return the answer as it is, for those who look at its status */
    HttpResponse<String> post(String path, Object body) {
        return send(path, "POST", body);
    }

    /** Reads JSON from a successful answer. */
    static JsonNode json(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw new AssertionError(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(String path, String method, @org.jspecify.annotations.Nullable Object body) {
        try {
            String credentials =
                    Base64.getEncoder().encodeToString((person + ":demo").getBytes(StandardCharsets.UTF_8));
            HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                    .header("Authorization", "Basic " + credentials)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Reports a Sev-1 of the demo's checkout service that is resolved now and commanded by ada; it must open a postmortem. @return its id */
    String reports(String title) {
        var answer = post(
                "/api/incidents",
                Map.of(
                        "title",
                        title,
                        "severity",
                        "sev-1",
                        "services",
                        List.of("checkout-api"),
                        "resolvedAt",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                        "responders",
                        List.of(Map.of("role", "incident-commander", "person", "ada")),
                        "summary",
                        "Payments were slow."));
        return json(answer, 201).path("postmortem").asText();
    }
}
