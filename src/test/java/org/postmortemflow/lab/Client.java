package org.postmortemflow.lab;

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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Somebody at a node's REST interfaces. A node that is dead or stuck is an {@link IOException} soon.
 *
 * @param authorization the header's value; empty for nobody
 */
record Client(URI base, String authorization) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration LONGEST = Duration.ofSeconds(40);

    HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = open(path);
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    HttpResponse<String> post(String path, Object body) throws IOException, InterruptedException {
        return send(request(path)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /** Reports a Sev-1 that was over at this time. */
    HttpResponse<String> report(String title, Instant resolvedAt) throws IOException, InterruptedException {
        return post(
                "/api/incidents",
                Map.of(
                        "title",
                        title,
                        "severity",
                        "sev-1",
                        "services",
                        List.of("checkout-api"),
                        "resolvedAt",
                        resolvedAt.truncatedTo(ChronoUnit.SECONDS).toString(),
                        "responders",
                        List.of(Map.of("role", "incident-commander", "person", "ada")),
                        "summary",
                        "Payments were slow."));
    }

    static Client nobody(URI base) {
        return new Client(base, "");
    }

    /** With name and password, as the engine's REST wants it. Each request pays for the slow hash of the password. */
    static Client withPassword(URI base, String person) {
        String credentials = Base64.getEncoder().encodeToString((person + ":demo").getBytes(StandardCharsets.UTF_8));
        return new Client(base, "Basic " + credentials);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
