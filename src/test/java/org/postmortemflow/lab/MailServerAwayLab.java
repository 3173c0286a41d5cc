package org.postmortemflow.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.journey.Waiting;

/** The mail server is away for a minute, and nobody has to do anything about it. */
class MailServerAwayLab {

    private static final Duration AWAY = Duration.ofSeconds(60);
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(30);
    private static final int THREADS = 2;
    private static final int INCIDENTS = 100;
    private static final Duration PACE = Duration.ofMillis(300);

    @Tag(Experiment.ONLY_IN_LAB)
    @Experiment(
            number = 5,
            name = "Mail server away",
            what = "the mail server away for 60 s while incidents come in; settings as shipped",
            passMark = "no incident in Cockpit; all mail has left within 30 s of its return")
    void mailLeavesByItselfWhenTheServerIsBack(Finding finding, @TempDir Path folder) throws Exception {
        String lists = Lists.setting(folder);
        try (Sink sink = new Sink(Duration.ofMillis(5));
                Node node = new Node("mail-away", folder, sink.settings()[0], sink.settings()[1], lists)) {
            Client ada = node.start().ready().as("ada");
            Client admin = node.as("admin");
            new Load("Before", Instant.now(), 5, THREADS, PACE, thread -> ada).finish();
            long begun = System.nanoTime();
            sink.goAway();
            Load load = new Load("Away", Instant.now(), INCIDENTS, THREADS, PACE, thread -> ada).finish();
            Waiting.until("a minute is over", AWAY.plusSeconds(1), () -> System.nanoTime() - begun > AWAY.toNanos());
            int left = left(admin);
            sink.comeBack();
            long back = System.nanoTime();
            double workedBefore = node.cpuSeconds();
            Waiting.until("all mail has left", LONGEST_DRAIN.multipliedBy(6), () -> left(admin) == 0);
            double drained = (System.nanoTime() - back) / 1e9;
            double worked = node.cpuSeconds() - workedBefore;
            int incidents =
                    admin.get("/engine-rest/incident/count").path("count").asInt(-1);
            MailCheck mail = MailCheck.of(load.acknowledged().keySet(), Lists.ADDRESSES, sink.arrivals());
            finding.measured(
                    "%d mails waited, drained %.0f s after its return, of which processors worked %.0f s; %d missing, %d"
                            + " incidents in Cockpit",
                    left, drained, worked, mail.missing().size(), incidents);

            assertThat(load.failures()).isEmpty();
            assertThat(left).as("mail that had to wait").isGreaterThanOrEqualTo(INCIDENTS * Lists.ADDRESSES.size());
            assertThat(incidents).isZero();
            assertThat(mail.missing()).isEmpty();
            assertThat(mail.differing()).isEmpty();
            assertThat(drained).isLessThan(LONGEST_DRAIN.toSeconds());
        }
    }

    private static int left(Client admin) throws Exception {
        var outbox = admin.get("/api/outbox");
        return outbox.path("waiting").asInt()
                + outbox.path("failed").asInt()
                + outbox.path("quarantined").asInt();
    }
}
