package org.postmortemflow.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.journey.Waiting;

/** The database that is shipped, with the address that is shipped, in a process that is killed. */
class KillH2Lab {

    private static final int THREADS = 4;
    private static final int MOST = 10_000;
    private static final Duration PACE = Duration.ofMillis(100);
    private static final int AT_WORK = 20;

    /** Longer than a job stays with a node that died, with room for another try. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(4);

    @Experiment(
            number = 10,
            name = "H2 killed",
            what = "5 kills -9 (2 in the ordinary build) under load of the application as shipped, on its H2 in a file",
            passMark = "every acknowledged incident is there with its process")
    void noAcknowledgedWriteIsLost(Finding finding, @TempDir Path folder) throws Exception {
        int kills = Lab.times(5, 2);
        Map<String, String> acknowledged = new HashMap<>();
        try (Node node = new Node("h2", folder, Node.QUICK_TO_START)) {
            for (int kill = 1; kill <= kills; kill++) {
                Client ada = node.start().ready().as("ada");
                Load load = new Load("H2-" + kill, Instant.now(), MOST, THREADS, PACE, thread -> ada);
                try (load) {
                    load.awaitMore(AT_WORK);
                    node.kill();
                }
                acknowledged.putAll(load.acknowledged());
            }
            EngineAtRest atRest = EngineAtRest.in(folder);
            node.start().ready();
            List<String> lost = lost(node, acknowledged);
            finding.measured(
                    "%d incidents acknowledged before %d kills, %d lost", acknowledged.size(), kills, lost.size());
            assertThat(lost).isEmpty();

            long begun = System.nanoTime();
            Waiting.until(
                    "each has its first step",
                    LONGEST_REST,
                    () -> notBegun(node, acknowledged).isEmpty());
            finding.measured(
                    "%d incidents acknowledged before %d kills, none lost; at the last one %d waited for a job that the"
                            + " killed process had taken; %.0f s after the start each had its step",
                    acknowledged.size(), kills, atRest.taken(), (System.nanoTime() - begun) / 1e9);

            assertThat(atRest.stuck())
                    .as("neither a step nor a job that comes to it")
                    .isEmpty();
            assertThat(acknowledged.size()).as("load").isGreaterThanOrEqualTo(kills * AT_WORK);
        }
    }

    /** Not found in our tables, or without exactly one process instance: that is so from the answer on, whatever is killed. */
    private static List<String> lost(Node node, Map<String, String> acknowledged)
            throws IOException, InterruptedException {
        Map<String, Integer> instances = new HashMap<>();
        for (JsonNode instance : node.as("admin").get("/engine-rest/process-instance")) {
            instances.merge(instance.path("businessKey").asText(), 1, Integer::sum);
        }
        return without(
                node,
                acknowledged,
                (title, postmortem) ->
                        postmortem.contains(title) && instances.getOrDefault(id(acknowledged.get(title)), 0) == 1);
    }

    /** Without a step that waits for a person: what a killed node had taken waits until its lock has expired. */
    private static List<String> notBegun(Node node, Map<String, String> acknowledged)
            throws IOException, InterruptedException {
        return without(node, acknowledged, (title, postmortem) -> postmortem.contains("\"open\""));
    }

    private static List<String> without(
            Node node, Map<String, String> acknowledged, BiPredicate<String, String> asPromised)
            throws IOException, InterruptedException {
        Client ada = node.as("ada");
        List<String> without = new ArrayList<>();
        for (Map.Entry<String, String> one : acknowledged.entrySet()) {
            var answer = ada.open(one.getValue());
            if (answer.statusCode() != 200 || !asPromised.test(one.getKey(), answer.body())) {
                without.add(one.getKey() + " " + answer.statusCode());
            }
        }
        return without;
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
