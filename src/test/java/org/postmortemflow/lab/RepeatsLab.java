package org.postmortemflow.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.io.TempDir;

/** The same incident, many times at the same moment. */
class RepeatsLab {

    private static final int TIMES = 50;
    private static final String SECRET = "lab-secret";
    private static final Path SAMPLE = Path.of("src/test/resources/journey/incident.resolved.json");

    private final HttpClient http = HttpClient.newHttpClient();

    @Experiment(
            number = 9,
            name = "Repeats",
            what = "one PagerDuty webhook 50 times at once, 50 events of one incident at once, and one REST report 50"
                    + " times at once",
            passMark = "one postmortem each, no answer but 200, 201 and 202, one 201 each")
    void onePostmortemEach(Finding finding, @TempDir Path folder) throws Exception {
        try (Node node = new Node("repeats", folder, "--postmortem.pagerduty.secrets=" + SECRET)
                .start()
                .ready()) {
            String same = event("SAME", UUID.randomUUID());
            List<HttpResponse<String>> webhooks = atOnce(number -> () -> send(node, same));
            List<HttpResponse<String>> events = atOnce(number -> () -> send(node, event("MANY", UUID.randomUUID())));
            Client ada = node.as("ada");
            Map<String, Object> report = Map.of(
                    "title",
                    "Reported by many",
                    "severity",
                    "sev-1",
                    "services",
                    List.of("checkout-api"),
                    "resolvedAt",
                    Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                    "responders",
                    List.of(Map.of("role", "incident-commander", "person", "ada")),
                    "reference",
                    "INC-1041");
            List<HttpResponse<String>> reports = atOnce(number -> () -> ada.post("/api/incidents", report));
            finding.measured(
                    "answers: %s to the same webhook, %s to many events, %s to REST",
                    statuses(webhooks), statuses(events), statuses(reports));

            opensOne(ada, webhooks, "Incident SAME", Set.of(200, 201, 202));
            opensOne(ada, events, "Incident MANY", Set.of(200, 201, 202));
            opensOne(ada, reports, "Reported by many", Set.of(200, 201));
        }
    }

    private static void opensOne(Client client, List<HttpResponse<String>> answers, String title, Set<Integer> allowed)
            throws Exception {
        assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(allowed);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        List<String> found = new ArrayList<>();
        for (JsonNode one : client.get("/api/postmortems?size=100").path("postmortems")) {
            found.add(one.path("title").asText());
        }
        assertThat(found).filteredOn(title::equals).hasSize(1);
    }

    /** All threads wait for each other before they send. */
    private static List<HttpResponse<String>> atOnce(IntFunction<Callable<HttpResponse<String>>> request)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(TIMES);
        CountDownLatch ready = new CountDownLatch(TIMES);
        try {
            List<Future<HttpResponse<String>>> sent = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                Callable<HttpResponse<String>> one = request.apply(i);
                sent.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return one.call();
                }));
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> one : sent) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private HttpResponse<String> send(Node node, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        return http.send(
                HttpRequest.newBuilder(node.withPassword("nobody").base().resolve("/webhooks/pagerduty"))
                        .header("Content-Type", "application/json")
                        .header("X-PagerDuty-Signature", "v1=" + signature)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String event(String incident, UUID id) throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return Files.readString(SAMPLE)
                .replace("@EVENT@", id.toString())
                .replace("@INCIDENT@", incident)
                .replace("Checkout rejects one payment in five", "Incident " + incident)
                .replace("@CREATED@", now.minus(1, ChronoUnit.HOURS).toString())
                .replace("@OCCURRED@", now.toString());
    }

    private static Map<Integer, Long> statuses(List<HttpResponse<String>> answers) {
        return answers.stream()
                .collect(Collectors.groupingBy(HttpResponse::statusCode, TreeMap::new, Collectors.counting()));
    }
}
