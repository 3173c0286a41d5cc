package org.postmortemflow.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.journey.Waiting;

/** The database's disk is full, and then the database may only be read; somebody mends both, and does not touch the node. */
class FullDiskLab {

    private static final int DISK_MEGABYTES = 60;
    private static final int MOST_TRIES = 2_000;
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(60);

    private final Map<String, String> acknowledged = new HashMap<>();

    @Tag(Experiment.ONLY_IN_LAB)
    @Experiment(
            number = 11,
            name = "Disk full, read-only",
            what = "PostgreSQL's tables on a disk that is full to the last byte; then default_transaction_read_only=on",
            passMark = "answered with 503 and what to do, pages can be read, all goes on without a restart, nothing"
                    + " acknowledged is lost")
    void troubleIsSaidClearlyAndOverWhenItIsOver(Finding finding, @TempDir Path folder) throws Exception {
        try (FullDisk disk = new FullDisk(folder.resolve("disk"), DISK_MEGABYTES);
                Sink sink = new Sink(Duration.ZERO);
                Postgres postgres = new Postgres(folder.resolve("postgres"))) {
            postgres.sql().execute("create tablespace small location '" + disk.folder() + "'");
            postgres.sql().execute("create database small tablespace small");
            String[] settings = Stream.of(postgres.settings("small"), sink.settings())
                    .flatMap(Stream::of)
                    .toArray(String[]::new);
            try (Node node = new Node("disk", folder, Node.QUICK_TO_START, settings)) {
                Client ada = node.start().ready().as("ada");
                assertThat(report(ada, "Before").statusCode()).isEqualTo(201);

                disk.fill();
                HttpResponse<String> full = reportUntilRefused(ada);
                isClear(full);
                canBeRead(ada);
                disk.giveRoom();
                double afterFull = secondsUntilTaken(ada, "Room again");

                postgres.sql().execute("alter system set default_transaction_read_only = on");
                postgres.sql().execute("select pg_reload_conf()");
                Waiting.pause(Duration.ofSeconds(2));
                HttpResponse<String> readOnly = report(ada, "Read-only");
                isClear(readOnly);
                canBeRead(ada);
                postgres.sql().execute("alter system reset default_transaction_read_only");
                postgres.sql().execute("select pg_reload_conf()");
                double afterReadOnly = secondsUntilTaken(ada, "Writable again");
                List<String> lost = lost(ada);
                finding.measured(
                        "full: %d, taken again after %.0f s; read-only: %d, taken again after %.0f s; %d of %d"
                                + " acknowledged lost",
                        full.statusCode(),
                        afterFull,
                        readOnly.statusCode(),
                        afterReadOnly,
                        lost.size(),
                        acknowledged.size());

                assertThat(lost).isEmpty();
                assertThat(node.isAlive()).isTrue();
                Waiting.until("the node is healthy", LONGEST_RECOVERY, node::isUp);
            }
        }
    }

    private HttpResponse<String> report(Client client, String title) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.report(title, Instant.now());
        if (answer.statusCode() == 201) {
            acknowledged.put(title, answer.headers().firstValue("Location").orElseThrow());
        }
        return answer;
    }

    /** There is room within the pages that the tables have already; it takes a while until that is used up. */
    private HttpResponse<String> reportUntilRefused(Client client) throws IOException, InterruptedException {
        HttpResponse<String> answer = report(client, "Full 0");
        for (int number = 1; number < MOST_TRIES && answer.statusCode() == 201; number++) {
            answer = report(client, "Full " + number);
        }
        return answer;
    }

    private static void isClear(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body())
                .contains("database")
                .contains("nothing was changed")
                .doesNotContain("Exception");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private void canBeRead(Client client) throws IOException, InterruptedException {
        assertThat(client.open(acknowledged.get("Before")).statusCode()).isEqualTo(200);
        assertThat(client.open("/api/postmortems?status=open").statusCode()).isEqualTo(200);
    }

    private double secondsUntilTaken(Client client, String title) {
        long begun = System.nanoTime();
        Waiting.until(
                "an incident is taken again",
                LONGEST_RECOVERY,
                () -> report(client, title).statusCode() == 201);
        return (System.nanoTime() - begun) / 1e9;
    }

    private List<String> lost(Client client) {
        return acknowledged.entrySet().stream()
                .filter(one -> !isThere(client, one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isThere(Client client, String path) {
        try {
            return client.open(path).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
