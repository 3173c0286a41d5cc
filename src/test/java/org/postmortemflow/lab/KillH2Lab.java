package org.postmortemflow.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The database that is shipped, with the address that is shipped, in a process that is killed. */
class KillH2Lab {

    private static final int THREADS = 4;
    private static final int MOST = 10_000;
    private static final Duration PACE = Duration.ofMillis(100);
    private static final int AT_WORK = 20;
    private static final int STARTING = 60;

    @Tag(Experiment.ONLY_IN_LAB)
    @Experiment(
            number = 10,
            name = "H2 killed",
            what = "5 kills -9 (2 in the ordinary build) under load of the application as shipped, on its H2 in a file",
            passMark = "every acknowledged incident is there with its process")
    void noAcknowledgedWriteIsLost(Finding finding, @TempDir Path folder) throws Exception {
        int kills = Lab.times(5, 2);
        Map<String, String> acknowledged = new HashMap<>();
        try (Node node = new Node("h2", folder, Node.QUICK_TO_START)) {
            node.start().ready();
            for (int kill = 1; kill <= kills; kill++) {
                Client ada = node.as("ada");
                Load load = new Load("H2-" + kill, Instant.now(), MOST, THREADS, PACE, thread -> ada);
                try (load) {
                    load.awaitMore(AT_WORK);
                    node.kill();
                }
                acknowledged.putAll(load.acknowledged());
                node.start().ready();
            }
            List<String> lost = lost(node, acknowledged);
            // what was acknowledged last has its process once the engine has come to its job
            for (int second = 0; second < STARTING && !lost.isEmpty(); second++) {
                Thread.sleep(1000);
                lost = lost(node, acknowledged);
            }
            finding.measured(
                    "%d incidents acknowledged before %d kills, %d lost", acknowledged.size(), kills, lost.size());

            assertThat(lost).isEmpty();
            assertThat(acknowledged.size()).as("load").isGreaterThanOrEqualTo(kills * AT_WORK);
        }
    }

    /** Neither found in our tables nor, if it is, with a step open in the engine. */
    private static List<String> lost(Node node, Map<String, String> acknowledged)
            throws IOException, InterruptedException {
        Client ada = node.as("ada");
        List<String> lost = new ArrayList<>();
        for (Map.Entry<String, String> one : acknowledged.entrySet()) {
            var answer = ada.open(one.getValue());
            if (answer.statusCode() != 200
                    || !answer.body().contains(one.getKey())
                    || !answer.body().contains("\"open\"")) {
                lost.add(one.getKey() + " " + answer.statusCode());
            }
        }
        return lost;
    }
}
