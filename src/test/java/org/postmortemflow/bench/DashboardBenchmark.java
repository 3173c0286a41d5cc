package org.postmortemflow.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.PostmortemFlowApplication;
import org.postmortemflow.access.Scope;
import org.postmortemflow.access.Tokens;
import org.postmortemflow.dashboard.RebuildFacts;
import org.postmortemflow.demo.history.WriteHistory;
import org.postmortemflow.shared.PersonId;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Each page of managers over HTTP, warm, for a large organisation with 5,000 open postmortems, with a tenth of the history and
 * with all of it, on both databases; beside it the same figures by SQL on the engine's own history. Fewer:
 * {@code -Dbench.closed=10000}.
 */
class DashboardBenchmark {

    private static final int CLOSED = Integer.getInteger("bench.closed", 100_000);
    private static final int OPEN = Integer.getInteger("bench.open", CLOSED / 20);
    private static final int READS = Integer.getInteger("bench.reads", 60);
    private static final int WARM_UP = READS / 2;
    private static final int ORIGINALS_PER_MONTH = 8;
    private static final int MONTHS = 120;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    /** What is measured; one that does not answer with 200 is said so and left out. */
    private static final List<String> PAGES = List.of(
            "/",
            "/?status=draft",
            "/dashboard",
            "/dashboard?team=team-3",
            "/dashboard/process",
            "/dashboard/process?team=team-3",
            "/dashboard/review",
            "/dashboard/glossary",
            "/api/postmortems",
            "/api/metrics/promises",
            "/api/metrics/process",
            "/api/metrics/review",
            "/follow-ups",
            "/search?q=connection",
            "/postmortems/{id}",
            "/postmortems/{id}/ledger",
            "/api/postmortems/{id}/ledger");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @TempDir
    Path folder;

    private String token = "";

    /** p50 and p95 in ms; heap in MB after a collection. */
    private record Measured(
            long closed, long open, Map<String, double[]> times, Map<String, double[]> engine, long heap) {}

    /** Filled with a large cache and without waiting for the disk, and measured as it is shipped. */
    @Test
    void onH2() throws Exception {
        String url = "jdbc:h2:file:%s;QUERY_CACHE_SIZE=512";
        String tenth = url.formatted(folder.resolve("tenth"));
        String all = url.formatted(folder.resolve("all"));
        fill(tenth + ";CACHE_SIZE=2000000", "sa", CLOSED / 10);
        fill(all + ";CACHE_SIZE=2000000", "sa", CLOSED);
        print("H2 in a file", measure(tenth + ";WRITE_DELAY=0", "sa"), measure(all + ";WRITE_DELAY=0", "sa"));
    }

    @Test
    void onPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            new JdbcTemplate(postgres.getPostgresDatabase()).execute("create database tenth");
            String tenth = postgres.getJdbcUrl("postgres", "tenth");
            String all = postgres.getJdbcUrl("postgres", "postgres");
            fill(tenth, "postgres", CLOSED / 10);
            fill(all, "postgres", CLOSED);
            print("PostgreSQL", measure(tenth, "postgres"), measure(all, "postgres"));
        }
    }

    private void fill(String url, String user, int closed) throws Exception {
        long begun = System.nanoTime();
        try (ConfigurableApplicationContext context = start(url, user)) {
            fill(context, closed);
        }
        System.out.printf(Locale.ROOT, "%,d written in %.0f s%n", closed, (System.nanoTime() - begun) / 1e9);
    }

    private Measured measure(String url, String user) throws Exception {
        try (ConfigurableApplicationContext context = start(url, user)) {
            JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
            EngineHistory engine = new EngineHistory(jdbc);
            String port = context.getEnvironment().getRequiredProperty("local.server.port");
            String root = "http://localhost:" + port;
            signIn(root);
            token = context.getBean(Tokens.class)
                    .make("benchmark", Set.of(Scope.READ), 1, new PersonId(LargeOrganisation.MANAGER))
                    .secret();
            String id = jdbc.queryForObject(
                    "select max(cast(p.id as varchar)) from postmortem p where p.status = 'CLOSED'"
                            + " and not exists (select 1 from postmortem_private v where v.postmortem_id = p.id)",
                    String.class);
            Map<String, URI> addresses = new LinkedHashMap<>();
            PAGES.forEach(page -> addresses.put(page, URI.create(root + page.replace("{id}", String.valueOf(id)))));
            for (int i = 0; i < WARM_UP; i++) {
                addresses.values().forEach(this::get);
            }
            Map<String, double[]> times = new LinkedHashMap<>();
            addresses.forEach((page, address) -> {
                if (get(address).statusCode() == 200) {
                    times.put(page, times(() -> get(address)));
                } else {
                    System.out.println(page + " answers " + get(address).statusCode());
                }
            });
            Map<String, double[]> byEngine = new LinkedHashMap<>();
            engine.figures(context.getBean(Clock.class).instant().atOffset(ZoneOffset.UTC))
                    .forEach((name, read) -> byEngine.put(name, times(read)));
            System.gc();
            long heap =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            return new Measured(
                    count(jdbc, "closed_at is not null"),
                    count(jdbc, "closed_at is null"),
                    times,
                    byEngine,
                    heap >> 20);
        }
    }

    private static long count(JdbcTemplate jdbc, String where) {
        Long count = jdbc.queryForObject("select count(*) from postmortem where " + where, Long.class);
        return count == null ? 0 : count;
    }

    private ConfigurableApplicationContext start(String url, String user) throws IOException {
        return new SpringApplicationBuilder(PostmortemFlowApplication.class)
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + user,
                        "--spring.profiles.active=" + (url.contains("postgresql") ? "postgres" : "default"),
                        "--postmortem.organisation=" + LargeOrganisation.writeTo(folder),
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=WARN",
                        "--server.port=0",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--postmortem.outbox.relay-enabled=false",
                        "--postmortem.deadlines.watch-enabled=false",
                        "--postmortem.reminders.enabled=false",
                        "--postmortem.digests.enabled=false",
                        "--postmortem.search.every=1h",
                        "--postmortem.limits.search=100000",
                        "--postmortem.figures.every=1h");
    }

    /** About a thousand closed ones over ten years and some open ones are told in full; the others are copies of them. */
    private static void fill(ConfigurableApplicationContext context, int closed) throws Exception {
        WriteHistory history = context.getBean(WriteHistory.class);
        var now = context.getBean(Clock.class).instant();
        int told = history.ended(now, now, MONTHS, ORIGINALS_PER_MONTH);
        int open = history.open(now, 0, 40 * ORIGINALS_PER_MONTH);
        context.getBean(RebuildFacts.class).catchUp();
        DataSource database = context.getBean(DataSource.class);
        ManyCopies copies = new ManyCopies(database);
        copies.make("p.closed_at is not null", Math.max(1, closed / told - 1), 37);
        copies.make("p.closed_at is null", Math.max(1, OPEN / open - 1), 2);
        new EngineHistory(new JdbcTemplate(database)).write();
    }

    private void signIn(String root) throws Exception {
        Matcher token = TOKEN.matcher(get(URI.create(root + "/login")).body());
        String csrf = token.find() ? token.group(1) : "";
        String form = "username=%s&password=demo&_csrf=%s"
                .formatted(LargeOrganisation.MANAGER, URLEncoder.encode(csrf, StandardCharsets.UTF_8));
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(root + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("login").contains("login")) {
            throw new AssertionError("Not signed in: " + answer);
        }
    }

    private HttpResponse<String> get(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (address.getPath().startsWith("/api/")) {
            request.header("Authorization", "Bearer " + token);
        } else {
            request.header("Accept", "text/html");
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double[] times(Runnable work) {
        double[] times = new double[READS];
        for (int i = -WARM_UP; i < READS; i++) {
            long begun = System.nanoTime();
            work.run();
            if (i >= 0) {
                times[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(times);
        return new double[] {times[READS / 2], times[READS * 95 / 100]};
    }

    private static void print(String database, Measured tenth, Measured all) {
        System.out.printf(
                Locale.ROOT,
                "%n%s, %,d and %,d closed, %,d open (ms)%n%-52s %8s %8s %8s %8s %7s%n",
                database,
                tenth.closed(),
                all.closed(),
                all.open(),
                "",
                "p50",
                "p95",
                "p50",
                "p95",
                "ratio");
        List<Map<String, double[]>> both = new ArrayList<>(List.of(tenth.times(), tenth.engine()));
        for (Map<String, double[]> some : both) {
            Map<String, double[]> more = some == tenth.times() ? all.times() : all.engine();
            some.forEach((what, few) -> row(what, few, more.getOrDefault(what, few)));
            System.out.println(some == tenth.times() ? "by SQL on the engine's history" : "");
        }
        System.out.printf(Locale.ROOT, "heap %d and %d MB%n", tenth.heap(), all.heap());
    }

    private static void row(String what, double[] few, double[] many) {
        System.out.printf(
                Locale.ROOT,
                "%-52s %8.1f %8.1f %8.1f %8.1f %7.2f%n",
                what,
                few[0],
                few[1],
                many[0],
                many[1],
                many[0] / few[0]);
    }
}
