package org.postmortemflow.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Nodes are killed while incidents come in and mail leaves. */
class KillNodesLab {

    private static final int KILLS = 6;

    /** Each has one message on its way at a time. */
    private static final int RELAYS_OF_A_NODE = 2;

    private static final int THREADS = 4;
    private static final int MOST = 10_000;
    private static final Duration PACE = Duration.ofMillis(500);
    private static final int AT_WORK = 15;
    private static final Duration LONGEST_REST = Duration.ofMinutes(3);

    @Tag(Experiment.ONLY_IN_LAB)
    @Experiment(
            number = 2,
            name = "Nodes killed",
            what = "6 kills -9 of two nodes on PostgreSQL under load, with a mail server that refuses 10 % and loses"
                    + " 3 % of its answers",
            passMark =
                    "every acknowledged incident has its process and its mail; doubles only under the same Message-ID"
                            + " with the same content, at most one for each relay and kill")
    void nothingAcknowledgedIsLost(Finding finding, @TempDir Path folder) throws Exception {
        try (Sink sink = new Sink(Duration.ofMillis(15), 10, 3);
                Cluster cluster = new Cluster("killed", folder, sink)) {
            List<Client> clients =
                    List.of(cluster.node(0).as("ada"), cluster.node(1).as("ada"));
            Load load = new Load("Kill", Instant.now(), MOST, THREADS, PACE, thread -> clients.get(thread % 2));
            try (load) {
                for (int kill = 0; kill < KILLS; kill++) {
                    load.awaitMore(AT_WORK);
                    cluster.node(kill).kill();
                    cluster.node(kill).start().ready();
                }
                load.awaitMore(AT_WORK);
            }
            Aftermath aftermath = new Aftermath(cluster.postgres, sink, load.acknowledged());
            aftermath.await(LONGEST_REST);
            MailCheck mail = aftermath.mail();
            finding.measured(
                    "%d incidents acknowledged, %d reports unanswered; %d without process, %d mails missing, %d"
                            + " differ, %d of %d doubled",
                    load.acknowledged().size(),
                    load.failures().size(),
                    aftermath.withoutProcess().size(),
                    mail.missing().size(),
                    mail.differing().size(),
                    mail.doubled(),
                    sink.arrivals().size());

            aftermath.nothingIsLostOrStuck();
            assertThat(mail.doubled()).isLessThanOrEqualTo(KILLS * RELAYS_OF_A_NODE);
            assertThat(load.acknowledged().size()).as("load").isGreaterThanOrEqualTo(KILLS * AT_WORK);
        }
    }
}
