package org.postmortemflow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.h2.tools.RunScript;
import org.h2.tools.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.journey.Mailboxes.Received;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What docs/operate.md says of backups: elsewhere the timers go on, and what had been mailed is not mailed again. */
class BackupRestoreIT {

    private static final Duration LONG = Duration.ofSeconds(120);

    /** Nobody has designated an owner within the two hours that are given. */
    private static final String LATER = "--postmortem.clock.offset=3h";

    @Test
    void aDumpOfPostgresAtWorkGoesOnElsewhere(@TempDir Path folder) throws Exception {
        pgDumpIsInstalled();
        String dump = folder.resolve("postmortem-flow.dump").toString();
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Mailboxes before = new Mailboxes();
                Mailboxes after = new Mailboxes()) {
            JdbcClient databases = JdbcClient.create(server.getPostgresDatabase());
            databases.sql("create database live").update();
            databases.sql("create database restored").update();
            Set<String> sentBeforeDump;
            try (PackagedApplication live = start("backed-up", folder, before, on(server, "live"))) {
                report(live, "First");
                noMailWaits(live);
                sentBeforeDump = identities(before.all());
                pause(live);
                report(live, "Second");
                run(List.of("pg_dump", "--format=custom", "--file", dump, "--dbname", url(server, "live")));
                resume(live);
                noMailWaits(live);
                live.kill();
            }
            run(List.of("pg_restore", "--exit-on-error", "--dbname", url(server, "restored"), dump));

            try (PackagedApplication restored = start("restored", folder, after, on(server, "restored"), LATER)) {
                bothAreLate(restored);
                assertThat(after.all())
                        .as("mail waits until an operator has looked")
                        .isEmpty();
                resume(restored);
                noMailWaits(restored);
            }

            List<Received> sentAfterDump = before.all().stream()
                    .filter(mail -> !sentBeforeDump.contains(mail.messageId()))
                    .toList();
            assertThat(sentAfterDump).as("of the second incident").isNotEmpty();
            assertThat(identities(after.all()))
                    .doesNotContainAnyElementsOf(sentBeforeDump)
                    .containsAll(identities(sentAfterDump));
            assertThat(contents(after.all())).as("the same mail").containsAll(contents(sentAfterDump));
            eachOnce(after, sentAfterDump.size());
        }
    }

    @Test
    void aScriptOfAStoppedH2GoesOnElsewhere(@TempDir Path here, @TempDir Path elsewhere) throws Exception {
        String backup = here.resolve("postmortem-flow.zip").toString();
        try (Mailboxes before = new Mailboxes();
                Mailboxes after = new Mailboxes()) {
            try (PackagedApplication live = start("h2-backed-up", here, before, List.of())) {
                report(live, "First");
                report(live, "Second");
                noMailWaits(live);
            }
            Script.process(h2(here), "sa", "", backup, "", "compression zip");
            RunScript.main("-url", h2(elsewhere), "-user", "sa", "-script", backup, "-options", "compression zip");

            try (PackagedApplication restored = start("h2-restored", elsewhere, after, List.of(), LATER)) {
                bothAreLate(restored);
                noMailWaits(restored);
            }

            assertThat(identities(after.all())).doesNotContainAnyElementsOf(identities(before.all()));
            eachOnce(after, 0);
        }
    }

    /** Only the escalations are new: to the incident commander, one for each of the two incidents. */
    private static void eachOnce(Mailboxes mailboxes, int known) {
        assertThat(identities(mailboxes.all())).hasSameSizeAs(mailboxes.all());
        assertThat(mailboxes.all()).hasSizeGreaterThanOrEqualTo(known + 2);
    }

    private static void bothAreLate(PackagedApplication application) {
        Waiting.until("the escalations of both", LONG, () -> {
            JsonNode late = new Caller(application.base(), "admin").get("/api/outbox?kind=step-overdue");
            return late.path("mails").size() == 2;
        });
    }

    private static void noMailWaits(PackagedApplication application) {
        Waiting.until("all mail has left", LONG, () -> {
            JsonNode outbox = new Caller(application.base(), "admin").get("/api/outbox");
            return !outbox.path("mails").isEmpty() && outbox.path("waiting").asInt() == 0;
        });
    }

    private static void pause(PackagedApplication application) {
        var answer = new Caller(application.base(), "admin")
                .post("/api/outbox/pause", Map.of("reason", "A backup is tried out"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private static void resume(PackagedApplication application) {
        var answer = new Caller(application.base(), "admin").post("/api/outbox/resume", Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private static void report(PackagedApplication application, String title) {
        String id = new Caller(application.base(), "ada").reports(title + " incident");
        Waiting.until(
                "the owner can be designated",
                LONG,
                () -> new Caller(application.base(), "ada")
                        .get("/api/postmortems/" + id)
                        .toString()
                        .contains("designate-owner"));
    }

    private static PackagedApplication start(
            String name, Path folder, Mailboxes mailboxes, List<String> database, String... more) throws Exception {
        List<String> settings = new ArrayList<>(database);
        settings.add("--postmortem.reminders.enabled=false");
        settings.addAll(List.of(more));
        return new PackagedApplication(name, folder, mailboxes.port(), settings.toArray(String[]::new)).ready();
    }

    private static List<String> on(EmbeddedPostgres server, String database) {
        return List.of(
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", database),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=");
    }

    private static String url(EmbeddedPostgres server, String database) {
        return "postgresql://postgres@localhost:" + server.getPort() + "/" + database;
    }

    private static String h2(Path folder) {
        return "jdbc:h2:file:" + folder.toAbsolutePath().resolve("data/postmortem-flow");
    }

    private static Set<String> identities(List<Received> mails) {
        return mails.stream().map(Received::messageId).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> contents(List<Received> mails) {
        return mails.stream()
                .map(mail -> mail.messageId()
                        + mail.to()
                        + mail.subject()
                        + mail.part("text/plain").orElse(""))
                .collect(Collectors.toSet());
    }

    private static void pgDumpIsInstalled() throws InterruptedException {
        try {
            run(List.of("pg_dump", "--version"));
        } catch (IOException missing) {
            String message = "pg_dump is not installed: backup and restore of PostgreSQL are not tested.";
            System.err.println("\n*** SKIPPED *** " + message + "\n");
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(command.get(0) + ": " + output).isZero();
    }
}
