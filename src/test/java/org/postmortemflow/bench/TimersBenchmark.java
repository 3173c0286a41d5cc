package org.postmortemflow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.bench.DueTimers.Figures;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The morning after a long outage of ours: all that many postmortems lack is overdue at once. How fast the application escalates it,
 * beside the bare engine with the same model, the same settings of the job executor, and delegates that do nothing.
 */
class TimersBenchmark {

    /** 10,000 timers: five missed steps, and one request for a review, of each. */
    private static final int POSTMORTEMS = 1_667;

    /** 1,002 timers: H2 in a file waits for the disk at every commit. */
    private static final int FEWER = 167;

    /** Five steps are missed at once: four are told to the owner in one mail, one to the customer liaison. */
    private static final int MAILS = 2;

    @TempDir
    Path folder;

    @Test
    void onH2() throws Exception {
        String url = "jdbc:h2:file:%s;WRITE_DELAY=0;QUERY_CACHE_SIZE=512";
        measure(
                "H2 in a file",
                url.formatted(folder.resolve("whole")),
                url.formatted(folder.resolve("bare")),
                "sa",
                FEWER);
    }

    @Test
    void onPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            new JdbcTemplate(postgres.getPostgresDatabase()).execute("create database bare");
            measure(
                    "PostgreSQL",
                    postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true",
                    postgres.getJdbcUrl("postgres", "bare") + "&reWriteBatchedInserts=true",
                    "postgres",
                    POSTMORTEMS);
        }
    }

    private void measure(String name, String wholeUrl, String bareUrl, String user, int postmortems) throws Exception {
        Figures whole = whole(wholeUrl, user, postmortems);
        Figures bare = bare(bareUrl, user, postmortems);
        print(name, whole, bare);
    }

    private Figures whole(String url, String user, int postmortems) throws SQLException {
        try (WholeApplication application = new WholeApplication(
                url, "--spring.datasource.username=" + user, "--camunda.bpm.job-execution.enabled=true")) {
            Figures figures = DueTimers.drain(application, postmortems);
            Long told = new JdbcTemplate(application.database().dataSource())
                    .queryForObject("select count(*) from outbox_message where template = 'step-overdue'", Long.class);
            assertThat(told).isEqualTo((long) MAILS * postmortems);
            return figures;
        }
    }

    private Figures bare(String url, String user, int postmortems) throws Exception {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(url);
            pool.setUsername(user);
            DataSource database = pool;
            try (BareEngine engine = new BareEngine(database, "activity")) {
                return DueTimers.drain(engine, postmortems);
            }
        }
    }

    private static void print(String name, Figures whole, Figures bare) {
        System.out.printf(
                Locale.ROOT,
                """

                %s, %,d timers due at once       application   bare engine   ratio
                jobs a second                      %11.0f   %11.0f   %5.2f
                until the last has run, s          %11.1f   %11.1f   %5.2f
                CPU of our process a job, ms       %11.2f   %11.2f   %5.2f
                SQL statements a job               %11.1f   %11.1f   %5.2f

                """,
                name,
                whole.timers(),
                whole.jobsPerSecond(),
                bare.jobsPerSecond(),
                whole.jobsPerSecond() / bare.jobsPerSecond(),
                whole.seconds(),
                bare.seconds(),
                whole.seconds() / bare.seconds(),
                whole.cpuMillisOfJob(),
                bare.cpuMillisOfJob(),
                whole.cpuMillisOfJob() / bare.cpuMillisOfJob(),
                (double) whole.statements() / whole.jobs(),
                (double) bare.statements() / bare.jobs(),
                (double) whole.statements() / whole.jobs() * bare.jobs() / bare.statements());
    }
}
