package org.postmortemflow.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.PostmortemFlowApplication;
import org.postmortemflow.calendar.CalendarAddresses;
import org.postmortemflow.shared.PersonId;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reading the shared calendar with 1,000 meetings over HTTP: plain, compressed, and when nothing has changed. */
class FeedBenchmark {

    private static final int MEETINGS = 1000;
    private static final int READS = 100;
    private static final int WARM_UP = 30;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void onH2() throws Exception {
        measure("H2 in a file", "jdbc:h2:file:" + folder.resolve("bench") + ";WRITE_DELAY=0", "sa");
    }

    @Test
    void onPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            measure("PostgreSQL", postgres.getJdbcUrl("postgres", "postgres"), "postgres");
        }
    }

    private void measure(String database, String url, String user) throws Exception {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(PostmortemFlowApplication.class)
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + user,
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=WARN",
                        "--server.port=0",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--postmortem.outbox.relay-enabled=false")) {
            write(context.getBean(JdbcTemplate.class), context.getBean(Clock.class));
            String key = context.getBean(CalendarAddresses.class).renew(new PersonId("ada"));
            URI feed = URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port")
                    + "/calendar/postmortem-meetings.ics?key=" + key);
            System.out.printf(Locale.ROOT, "%n%s, %,d meetings in the feed (ms, bytes)%n", database, MEETINGS);
            double plain = print("plain", HttpRequest.newBuilder(feed).build(), 0);
            print(
                    "gzip",
                    HttpRequest.newBuilder(feed)
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    plain);
            String etag = client.send(HttpRequest.newBuilder(feed).build(), BodyHandlers.discarding())
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            print(
                    "unchanged (304)",
                    HttpRequest.newBuilder(feed).header("If-None-Match", etag).build(),
                    plain);
        }
    }

    /** @param plain median to compare with, in ms; 0 for none. @return the median in ms */
    private double print(String what, HttpRequest request, double plain) throws Exception {
        double[] times = new double[READS];
        HttpResponse<byte[]> answer = null;
        for (int i = -WARM_UP; i < READS; i++) {
            long begun = System.nanoTime();
            answer = client.send(request, BodyHandlers.ofByteArray());
            if (i >= 0) {
                times[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-34s p50 %7.1f   p95 %7.1f   %,9d bytes   ratio %5.2f%n",
                what,
                times[READS / 2],
                times[READS * 95 / 100],
                Objects.requireNonNull(answer).body().length,
                plain == 0 ? 1 : times[READS / 2] / plain);
        return times[READS / 2];
    }

    private static void write(JdbcTemplate jdbc, Clock clock) {
        OffsetDateTime first = Instant.parse("2026-01-01T08:00:00Z").atOffset(ZoneOffset.UTC);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS);
        for (int i = 0; i < MEETINGS; i++) {
            UUID id = UUID.randomUUID();
            jdbc.update(
                    "insert into postmortem (id, incident_id, title, severity, status, clock_start, opened_at,"
                            + " customers_affected, version) values (?, ?, ?, 'SEV_1', 'DRAFT', ?, ?, false, 0)",
                    id,
                    UUID.randomUUID(),
                    "Checkout rejects one payment in " + i,
                    first,
                    first);
            jdbc.update(
                    "insert into meeting (postmortem_id, starts_at, minutes, video_link, sequence, cancelled, changed_at)"
                            + " values (?, ?, 60, 'https://video.example/room', 0, false, ?)",
                    id,
                    now.plusHours(i % 3000),
                    first);
        }
        jdbc.execute("analyze");
    }
}
