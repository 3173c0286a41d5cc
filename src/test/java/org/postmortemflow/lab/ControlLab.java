package org.postmortemflow.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.journey.Waiting;

/** Whether the check of experiments 2 and 3 sees anything: it is shown a sender that must lose mail. */
class ControlLab {

    private static final int KILLS = 6;
    private static final int THREADS = 4;
    private static final int MOST = 10_000;
    private static final Duration PACE = Duration.ofMillis(20);
    private static final int AT_WORK = 15;

    @Tag(Experiment.ONLY_IN_LAB)
    @Experiment(
            number = 4,
            name = "Control",
            what = "6 kills -9 of a program that answers after the commit and sends its mail in a thread, seen by the"
                    + " check of 2 and 3",
            passMark = "the check finds mail that is missing")
    void theCheckSeesWhatAnUnsafeSenderLoses(Finding finding, @TempDir Path folder) throws Exception {
        try (Sink sink = new Sink(Duration.ofMillis(15));
                Postgres postgres = new Postgres(folder);
                UnsafeNode node = new UnsafeNode(postgres, sink)) {
            node.start();
            Load load = new Load("Control", Instant.now(), MOST, THREADS, PACE, thread -> Client.nobody(node.base()));
            try (load) {
                for (int kill = 0; kill < KILLS; kill++) {
                    load.awaitMore(AT_WORK);
                    node.kill();
                    node.start();
                }
            }
            Waiting.until("the last mail has left", Duration.ofMinutes(2), node::isIdle);
            MailCheck mail = MailCheck.of(load.acknowledged().keySet(), Lists.ADDRESSES, sink.arrivals());
            finding.measured(
                    "%d mails missing of %d that %d acknowledged incidents promised",
                    mail.missing().size(),
                    load.acknowledged().size() * Lists.ADDRESSES.size(),
                    load.acknowledged().size());

            assertThat(load.acknowledged()).isNotEmpty();
            assertThat(postgres.count("select count(*) from incident"))
                    .as("the database kept what was acknowledged")
                    .isGreaterThanOrEqualTo(load.acknowledged().size());
            assertThat(mail.missing()).isNotEmpty();
            assertThat(mail.missing().size())
                    .as("but it did send mail")
                    .isLessThan(load.acknowledged().size() * Lists.ADDRESSES.size());
        }
    }
}
