package org.postmortemflow.wording.domain;

import java.util.List;
import java.util.stream.Stream;

/** Prevention, detection, mitigation, response process: each has a follow-up, or a reason why not (R21). */
public final class KindsCovered {

    private KindsCovered() {}

    /** @param missing the labels of kinds without a follow-up */
    public static List<Finding> findings(List<String> missing) {
        return missing.stream().map(KindsCovered::finding).toList();
    }

    /** @param priority as it is kept; P0 and P1 are the only ones that get a follow-up */
    public static Stream<Finding> priority(Passage followUp, String priority) {
        return priority.equals("P0") || priority.equals("P1")
                ? Stream.empty()
                : Stream.of(Finding.ofAll(
                        Rule.PRIORITY,
                        followUp,
                        "Make it P1 if it must be done; else decline it and write down why it is not worth it."));
    }

    private static Finding finding(String label) {
        String text = "No follow-up is of the kind \"%s\".".formatted(label);
        Passage passage = new Passage("follow-ups", "Follow-ups", Passage.Kind.TEXT, text);
        return Finding.ofAll(
                Rule.KIND_MISSING,
                passage,
                "Add one, for example \"%s\"; or dismiss this and say why not.".formatted(example(label)));
    }

    private static String example(String label) {
        return switch (label) {
            case "Prevention" -> "Reject a release whose migration locks a table";
            case "Detection" -> "Page when no order has come in for five minutes";
            case "Mitigation" -> "Shed the traffic of crawlers when the queue is longer than 1,000";
            default -> "Add the telephone number of the supplier to the runbook of the gateway";
        };
    }
}
