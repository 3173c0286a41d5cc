package org.postmortemflow.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.journey.Waiting;

/** PostgreSQL ends hard, and comes back, while incidents come in and mail leaves. */
class KillDatabaseLab {

    private static final int STOPS = 6;
    private static final int RELAYS = 4;
    private static final int THREADS = 4;
    private static final int MOST = 10_000;
    private static final Duration PACE = Duration.ofMillis(500);
    private static final int AT_WORK = 15;
    private static final Duration AWAY = Duration.ofSeconds(3);
    private static final Duration LONGEST_REST = Duration.ofMinutes(3);

    @Tag(Experiment.ONLY_IN_LAB)
    @Experiment(
            number = 3,
            name = "Database stopped",
            what = "PostgreSQL killed -9 6 times under load, and started again after 3 s, under two nodes that stay"
                    + " as they are",
            passMark = "nothing acknowledged is lost, no row is stuck, no node needs a restart")
    void nothingIsLostAndNobodyNeedsToRestartANode(Finding finding, @TempDir Path folder) throws Exception {
        try (Sink sink = new Sink(Duration.ofMillis(15));
                Cluster cluster = new Cluster("database", folder, sink)) {
            List<Client> clients =
                    List.of(cluster.node(0).as("ada"), cluster.node(1).as("ada"));
            Load load = new Load("Stop", Instant.now(), MOST, THREADS, PACE, thread -> clients.get(thread % 2));
            try (load) {
                for (int stop = 0; stop < STOPS; stop++) {
                    load.awaitMore(AT_WORK);
                    cluster.postgres.stopHard();
                    Waiting.pause(AWAY);
                    cluster.postgres.startAgain();
                    for (Node node : cluster.nodes) {
                        Waiting.until("the node works again", Duration.ofMinutes(3), node::isUp);
                    }
                }
                load.awaitMore(AT_WORK);
            }
            Aftermath aftermath = new Aftermath(cluster.postgres, sink, load.acknowledged());
            aftermath.await(LONGEST_REST);
            MailCheck mail = aftermath.mail();
            finding.measured(
                    "%d incidents acknowledged, %d reports refused or unanswered; %d without process, %d mails"
                            + " missing, %d differ, %d of %d doubled",
                    load.acknowledged().size(),
                    load.failures().size(),
                    aftermath.withoutProcess().size(),
                    mail.missing().size(),
                    mail.differing().size(),
                    mail.doubled(),
                    sink.arrivals().size());

            aftermath.nothingIsLostOrStuck();
            assertThat(mail.doubled()).isLessThanOrEqualTo(STOPS * RELAYS);
            assertThat(cluster.nodes).as("nodes were not restarted").allMatch(Node::isAlive);
            assertThat(load.acknowledged().size()).as("load").isGreaterThanOrEqualTo(STOPS * AT_WORK);
        }
    }
}
