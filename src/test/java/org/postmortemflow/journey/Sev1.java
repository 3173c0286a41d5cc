package org.postmortemflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What the persons concerned do with one Sev-1, and where it stands: the story that both journeys tell. */
public final class Sev1 {

    static final String TITLE = "Checkout rejects one payment in five";
    static final String OWNER = "kavya";
    static final String OVERVIEW = "The connection pool was too small for the evening peak.";
    static final String FOLLOW_UP = "Add an alert for exhausted connection pools";
    static final String POSTED_AT = "https://status.demo.example/incidents/481";

    private Sev1() {}

    /** What people type; where a step proposes something good, they leave it. */
    public static Map<String, Object> answers(String step) {
        return switch (step) {
            case "designate-owner" -> Map.of("owner", OWNER, "customersAffected", true);
            case "schedule-meeting" ->
                Map.of("videoLink", "https://call.example.com/room-7", "lateReason", "Nobody is free any earlier.");
            case "collect-timeline" -> Map.of("timeline", timeline());
            case "describe-impact" ->
                Map.of(
                        "visibleMinutes",
                        95,
                        "minutesSev1",
                        95,
                        "customersAffected",
                        1200,
                        "functionality",
                        "One card payment in five was rejected.");
            case "analyse" ->
                Map.of(
                        "overview", OVERVIEW,
                        "whatHappened", "More sessions than usual waited for a connection until they timed out.",
                        "contributingFactors", "The pool has had its size since the first release. Nothing watches it.",
                        "resolution", "The pool was doubled; its size will follow the load.");
            case "open-follow-ups" -> Map.of("followUps", List.of(followUp()));
            case "draft-external-message" ->
                Map.of(
                        "summary", "For 95 minutes some card payments were rejected.",
                        "whatHappened", "Our checkout ran out of connections. We have added more.",
                        "whatWeDo", "We now watch them, and we are sorry.");
            case "review-postmortem" ->
                Map.of("verdict", "approve", "enoughDetail", true, "readable", true, "comments", "Clear. Thank you.");
            case "hold-meeting" -> Map.of("contentAgreed", true, "messageApproved", true);
            case "publish-external-message" -> Map.of("postedWhere", POSTED_AT, "postedAt", minutesAgo(1));
            default -> Map.of();
        };
    }

    static List<Map<String, Object>> timeline() {
        return List.of(
                Map.of("at", minutesAgo(170), "event", "Sessions begin to wait", "kind", "", "source", "Metrics"),
                Map.of("at", minutesAgo(120), "event", "First page", "kind", "", "source", "https://example.com/p/1"));
    }

    private static Map<String, Object> followUp() {
        return Map.of(
                "title",
                FOLLOW_UP,
                "kind",
                "detection",
                "team",
                "platform",
                "priority",
                "P1",
                "discuss",
                "true",
                "context",
                "It would have told us an hour earlier.");
    }

    /** Who does an open step: the assignee, or a member of the pool who does not own the postmortem. */
    public static String doer(JsonNode step) {
        if (step.path("assignee").isTextual()) {
            return step.path("assignee").asText();
        }
        return switch (step.path("pool").asText()) {
            case "incident-commanders" -> "ada";
            case "reviewers" -> "liam";
            case "customer-support" -> "jonas";
            default -> throw new AssertionError("Nobody does " + step);
        };
    }

    /**
     * Waits until the next steps are open, and calls the meeting together when it is all that is left: a postmortem meeting
     * is recorded when it has begun, not before.
     *
     * @return the open steps; none when it is closed
     */
    static List<JsonNode> next(Caller caller, String id) {
        String path = "/api/postmortems/" + id;
        Waiting.until("a step is open, or the postmortem closed", Duration.ofMinutes(2), () -> {
            JsonNode now = caller.get(path);
            return !open(now).isEmpty() || now.path("status").asText().equals("closed");
        });
        List<JsonNode> open = open(caller.get(path));
        if (open.stream().anyMatch(step -> step.path("step").asText().equals("hold-meeting"))) {
            meetNow(caller, id);
        }
        return open;
    }

    private static void meetNow(Caller caller, String id) {
        Instant soon = Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
        Caller owner = new Caller(caller.base(), OWNER);
        var answer =
                owner.post("/api/postmortems/" + id + "/meeting", Map.of("start", soon.toString(), "minutes", "30"));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        Waiting.until(
                "the meeting has begun",
                Duration.ofSeconds(10),
                () -> Instant.now().isAfter(soon));
    }

    /** The steps that are open now. */
    public static List<JsonNode> open(JsonNode postmortem) {
        return StreamSupport.stream(postmortem.path("steps").spliterator(), false)
                .filter(step -> step.path("state").asText().equals("open"))
                .toList();
    }

    static String minutesAgo(int minutes) {
        return Instant.now()
                .minus(minutes, ChronoUnit.MINUTES)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
