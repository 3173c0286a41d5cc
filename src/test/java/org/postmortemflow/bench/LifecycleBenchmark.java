package org.postmortemflow.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.bench.Lifecycles.Figures;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A Sev-1 with all its steps, in the application, with documents, deadlines, mails and figures, and in the bare engine on the same
 * models, with delegates that do nothing and the full history that is its default.
 */
class LifecycleBenchmark {

    @TempDir
    Path folder;

    @Test
    void onH2() throws Exception {
        String url = "jdbc:h2:file:%s;WRITE_DELAY=0;QUERY_CACHE_SIZE=512";
        measure("H2 in a file", url.formatted(folder.resolve("whole")), url.formatted(folder.resolve("bare")), "sa");
    }

    @Test
    void onPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .start()) {
            new JdbcTemplate(postgres.getPostgresDatabase()).execute("create database bare");
            measure(
                    "PostgreSQL",
                    postgres.getJdbcUrl("postgres", "postgres"),
                    postgres.getJdbcUrl("postgres", "bare"),
                    "postgres");
        }
    }

    private void measure(String name, String wholeUrl, String bareUrl, String user) throws Exception {
        long begun = System.nanoTime();
        try (WholeApplication application = new WholeApplication(wholeUrl, "--spring.datasource.username=" + user);
                HikariDataSource pool = new HikariDataSource()) {
            double ready = seconds(begun);
            pool.setJdbcUrl(bareUrl);
            pool.setUsername(user);
            begun = System.nanoTime();
            try (BareEngine engine = new BareEngine(pool, "full")) {
                double engineReady = seconds(begun);
                List<Figures> figures = Lifecycles.measure(List.of(application, engine));
                print(name, ready, engineReady, figures.get(0), figures.get(1));
                System.out.println(application.database().texts());
            }
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void print(String database, double ready, double engineReady, Figures whole, Figures bare) {
        System.out.printf(Locale.ROOT, "%n%-36s %11s %11s %7s%n", database, "application", "bare engine", "ratio");
        row("lifecycles a second, one thread", whole.alone(), bare.alone());
        row("lifecycles a second, four threads", whole.together(), bare.together());
        row("completing a task, p50 ms", whole.p50(), bare.p50());
        row("completing a task, p99 ms", whole.p99(), bare.p99());
        row(
                "SQL statements of a lifecycle",
                whole.said().statements(),
                bare.said().statements());
        row("round trips", whole.said().roundTrips(), bare.said().roundTrips());
        row("commits", whole.said().commits(), bare.said().commits());
        row("start to ready, s", ready, engineReady);
    }

    private static void row(String what, double whole, double bare) {
        System.out.printf(Locale.ROOT, "%-36s %11.1f %11.1f %7.2f%n", what, whole, bare, whole / bare);
    }
}
