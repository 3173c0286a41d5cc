package org.postmortemflow.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postmortemflow.journey.Sev1;
import org.postmortemflow.journey.Waiting;

/** A postmortem from its incident to Closed, with markup in every text that somebody may type. */
final class HostileWalk {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is chosen rather than typed. */
    private static final Set<String> CHOSEN =
            Set.of("owner", "verdict", "kind", "team", "priority", "at", "postedAt", "discuss");

    private final Map<String, Guest> guests;
    private final String text;

    /** @param text follows whatever is typed */
    HostileWalk(Map<String, Guest> guests, String text) {
        this.guests = Map.copyOf(guests);
        this.text = text;
    }

    /** @return the id of its postmortem */
    String report() throws IOException, InterruptedException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var answer = guest("ada")
                .json(
                        "POST",
                        "/api/incidents",
                        JSON.writeValueAsString(Map.of(
                                "title", "Checkout " + text,
                                "severity", "sev-1",
                                "services", List.of("checkout-api", "Unknown " + text),
                                "startedAt", now.minusSeconds(7_200).toString(),
                                "resolvedAt", now.toString(),
                                "responders",
                                        List.of(
                                                Map.of("role", "incident-commander", "person", "ada"),
                                                Map.of("role", "scribe", "person", "ben"),
                                                Map.of("role", "responder", "person", "Somebody " + text),
                                                Map.of("role", "customer-liaison", "person", "jonas")),
                                "summary", "Payments " + text)));
        String id = JSON.readTree(answer.body()).path("postmortem").asText();
        if (id.isEmpty()) {
            throw new AssertionError("The incident was not taken: " + answer.body());
        }
        return id;
    }

    /** Does every step until it is closed. @return how many */
    int toTheEnd(String id) throws Exception {
        String path = "/api/postmortems/" + id;
        int steps = 0;
        while (true) {
            Waiting.until("a step is open, or it is closed", Duration.ofMinutes(2), () -> {
                JsonNode now = JSON.readTree(guest("ada").get(path).body());
                return !Sev1.open(now).isEmpty() || now.path("status").asText().equals("closed");
            });
            List<JsonNode> open = Sev1.open(JSON.readTree(guest("ada").get(path).body()));
            if (open.isEmpty()) {
                return steps;
            }
            for (JsonNode step : open) {
                String key = step.path("step").asText();
                if (key.equals("hold-meeting")) {
                    meetsNow(path);
                }
                done(path + "/steps/" + key, Sev1.doer(step), Sev1.answers(key));
                steps++;
            }
        }
    }

    private void meetsNow(String path) throws Exception {
        Instant soon = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
        guest("kavya")
                .json(
                        "POST",
                        path + "/meeting",
                        JSON.writeValueAsString(Map.of("start", soon.toString(), "minutes", "30")));
        Waiting.until(
                "the meeting has begun",
                Duration.ofSeconds(20),
                () -> Instant.now().isAfter(soon));
    }

    /** With markup; a field that refuses it gets what people type. */
    private void done(String address, String person, Map<String, Object> answers) throws Exception {
        Map<String, Object> typed = new HashMap<>();
        answers.forEach((field, value) -> typed.put(field, hostile(field, value)));
        HttpResponse<String> answer = guest(person).json("POST", address, JSON.writeValueAsString(typed));
        for (JsonNode error :
                JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body()).path("errors")) {
            String field = error.path("field").asText().replaceAll("[.\\[].*", "");
            if (answers.containsKey(field)) {
                typed.put(field, answers.get(field));
            }
        }
        if (answer.statusCode() >= 400) {
            answer = guest(person).json("POST", address, JSON.writeValueAsString(typed));
        }
        if (answer.statusCode() >= 400) {
            throw new AssertionError(person + " at " + address + ": " + answer.body());
        }
    }

    private Object hostile(String field, Object value) {
        if (value instanceof List<?> rows) {
            return rows.stream()
                    .map(row -> {
                        Map<String, Object> other = new HashMap<>();
                        ((Map<?, ?>) row).forEach((name, cell) -> other.put("" + name, hostile("" + name, cell)));
                        return other;
                    })
                    .toList();
        }
        return value instanceof String typed && !CHOSEN.contains(field) ? typed + " " + text : value;
    }

    private Guest guest(String person) {
        Guest guest = guests.get(person);
        if (guest == null) {
            throw new IllegalStateException(person + " is not a guest");
        }
        return guest;
    }
}
