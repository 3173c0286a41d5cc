package org.postmortemflow.process;

import java.util.List;
import java.util.Map;
import org.postmortemflow.shared.Step;

/** Valid answers to each step; where the proposal that the form is filled with is right, none. */
public final class Answers {

    private Answers() {}

    public static Map<String, ?> to(Step step) {
        return switch (step) {
            case SET_SEVERITY -> Map.of("severity", "sev-1");
            case DESIGNATE_OWNER -> Map.of("owner", "kavya", "customersAffected", true);
            case SCHEDULE_MEETING -> Map.of();
            case COLLECT_TIMELINE ->
                Map.of(
                        "timeline",
                        List.of(
                                row("2026-06-10T11:30:00Z", "Payments take longer than 10 s", "detected"),
                                row("2026-06-10T10:00:00Z", "Release 7 reaches all nodes", "cause-began"),
                                row("2026-06-10T12:00:00Z", "Release 6 is back", "resolved")));
            case DESCRIBE_IMPACT -> Map.of("visibleMinutes", "90", "functionality", "Payments were slow.");
            case ANALYSE ->
                Map.of(
                        "overview", "Payments were slow for 90 minutes after a release.",
                        "whatHappened", "A new query read a table without an index.",
                        "contributingFactors", "Query plans are not compared before a release.",
                        "resolution", "The release was taken back; the index follows.");
            case OPEN_FOLLOW_UPS ->
                Map.of(
                        "followUps",
                        List.of(Map.of(
                                "title", "Add an alert for payments slower than 5 s",
                                "kind", "detection",
                                "team", "payments",
                                "priority", "P1")));
            case DRAFT_EXTERNAL_MESSAGE ->
                Map.of(
                        "summary", "Payments were slow for 90 minutes.",
                        "whatHappened", "A change made one of our databases slow. We took it back.",
                        "whatWeDo", "We will notice such a change earlier. We are sorry.");
            case REVIEW_POSTMORTEM -> Map.of("verdict", "approve", "enoughDetail", true);
            case HOLD_MEETING -> Map.of("contentAgreed", true, "messageApproved", true);
            case PUBLISH_EXTERNAL_MESSAGE ->
                Map.of("postedWhere", "https://status.example/1", "postedAt", "2026-06-10T12:30:00Z");
        };
    }

    private static Map<String, String> row(String at, String event, String kind) {
        return Map.of("at", at, "event", event, "kind", kind, "source", "https://graphs.example/1");
    }
}
