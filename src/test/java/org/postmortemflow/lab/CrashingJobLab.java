package org.postmortemflow.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.journey.Waiting;
import org.postmortemflow.lab.DeadlyJob.Running;

/** A job that ends the whole program must not do so for ever. */
class CrashingJobLab {

    private static final int MOST_CRASHES = 3;
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @Tag(Experiment.ONLY_IN_LAB)
    @Experiment(
            number = 8,
            name = "Deadly job",
            what = "a job that halts the Java machine whenever it is run; whoever looks after the node starts it"
                    + " again each time",
            passMark =
                    "at most 3 crashes, then the job is stopped, an administrator is told, and everything else goes on")
    void aJobThatEndsTheProgramIsQuarantined(Finding finding, @TempDir Path folder) throws Exception {
        Running node = start(folder);
        try {
            up(node);
            reportDeadly(node);
            int crashes = 0;
            while (crashes <= MOST_CRASHES && !stoppedFor(node)) {
                crashes++;
                node = start(folder);
            }
            up(node);
            report(node, "A harmless one");
            Running last = node;
            Waiting.until("the harmless one goes on", LONGEST, () -> tasks(last) == 1);
            long notices = notices(folder);
            finding.measured("%d crashes, then stopped; %d notice to an administrator", crashes, notices);

            assertThat(crashes).isBetween(2, MOST_CRASHES);
            assertThat(notices).isEqualTo(1);
            JsonNode incidents = admin(last).get("/engine-rest/incident?incidentType=failedJob");
            assertThat(incidents).as("in Cockpit").hasSize(1);
            assertThat(incidents.get(0).path("incidentMessage").asText()).contains("never ended");
        } finally {
            node.process().destroyForcibly().waitFor();
        }
    }

    /** Waits until the program has ended or the job is stopped, and says whether it is. */
    private static boolean stoppedFor(Running node) {
        Waiting.until(
                "it ends, or the job is stopped",
                LONGEST_START.plus(LONGEST),
                () -> !node.process().isAlive() || isStopped(node));
        return node.process().isAlive();
    }

    private static boolean isStopped(Running node) throws InterruptedException {
        try {
            return admin(node).get("/engine-rest/job?noRetriesLeft=true").size() == 1;
        } catch (IOException notYetOrNoMore) {
            return false;
        }
    }

    private static long tasks(Running node) throws IOException, InterruptedException {
        return admin(node)
                .get("/engine-rest/task/count?taskDefinitionKey=Task_DesignateOwner")
                .path("count")
                .asLong();
    }

    /** Its mails lie in the local mailbox. */
    private static long notices(Path folder) throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(3);
        try (Stream<Path> mails = Files.list(folder.resolve("data/mailbox"))) {
            return mails.filter(mail -> content(mail).contains("a job was stopped"))
                    .count();
        }
    }

    private static String content(Path mail) {
        try {
            return Files.readString(mail);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Running start(Path folder) throws IOException {
        // a lock that is over before the program is up again, so that nobody waits for it
        return DeadlyJob.start(folder, "--camunda.bpm.job-execution.lock-time-in-millis=4000");
    }

    private static void up(Running node) {
        Waiting.until("the node is up, see target/lab/deadly-job.log", LONGEST_START, () -> {
            try {
                return Client.nobody(node.base()).open("/actuator/health").statusCode() == 200;
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    /** Perhaps it ends before it answers; what it took it has. */
    private static void reportDeadly(Running node) throws InterruptedException {
        try {
            report(node, DeadlyJob.TITLE);
        } catch (IOException alreadyEnded) {
            assertThat(node.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static void report(Running node, String title) throws IOException, InterruptedException {
        assertThat(Client.withPassword(node.base(), "ada")
                        .report(title, Instant.now())
                        .statusCode())
                .isEqualTo(201);
    }

    private static Client admin(Running node) {
        return Client.withPassword(node.base(), "admin");
    }
}
