package org.postmortemflow.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.bench.Lifecycles.Figures;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What many open postmortems cost those who go on working, beside the bare engine: lifecycles with 1,000 and with 100,000 open ones,
 * the first page of one person's tasks, and memory. Fewer: {@code -Dbench.open=20000}.
 */
class GrowthBenchmark {

    private static final int FEW = 1_000;
    private static final int MANY = Integer.getInteger("bench.open", 100_000);
    private static final int TASKS = 20;
    private static final int PAGE = 15;
    private static final int READS = 100;
    private static final String PERSON = "mei";

    @TempDir
    Path folder;

    /** What both are: an engine with one open postmortem, which runs lifecycles. */
    interface Subject extends DueTimers.Subject, Lifecycles.Subject {}

    /** @param page median of the first page of a person's tasks, in ms */
    private record Measured(long open, List<Figures> figures, double[] page, long heap) {}

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
                .setServerConfig("max_wal_size", "4GB")
                .start()) {
            new JdbcTemplate(postgres.getPostgresDatabase()).execute("create database bare");
            measure(
                    "PostgreSQL",
                    postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true",
                    postgres.getJdbcUrl("postgres", "bare") + "&reWriteBatchedInserts=true",
                    "postgres");
        }
    }

    private void measure(String name, String wholeUrl, String bareUrl, String user) throws Exception {
        try (WholeApplication application = new WholeApplication(wholeUrl, "--spring.datasource.username=" + user);
                HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(bareUrl);
            pool.setUsername(user);
            try (BareEngine engine = new BareEngine(pool, "full")) {
                List<Subject> both = List.of(application, engine);
                List<Copies> copies = both.stream()
                        .map(one -> new Copies(one.database().original(), one.openOne()))
                        .toList();
                long atStart = heap();
                Measured few = withOpen(FEW, 0, both, copies);
                Measured many = withOpen(MANY, FEW, both, copies);
                print(name, atStart, few, many);
            }
        }
    }

    private static Measured withOpen(int open, int before, List<Subject> both, List<Copies> copies) throws Exception {
        for (Copies one : copies) {
            one.make(before, open);
        }
        System.out.printf(Locale.ROOT, "%,d open are written%n", open);
        double[] pages = both.stream().mapToDouble(one -> firstPage(one)).toArray();
        Measured measured = new Measured(open, Lifecycles.measure(both), pages, heap());
        System.out.printf(Locale.ROOT, "%,d open are measured%n", open);
        return measured;
    }

    /** Twenty tasks are the person's, who asks for the first as Tasklist does, with what the engine then checks. */
    private static double firstPage(Subject subject) {
        JdbcTemplate jdbc = new JdbcTemplate(subject.database().dataSource());
        List<String> some = jdbc.queryForList(
                "select id_ from act_ru_task where assignee_ is null or assignee_ <> ? order by id_ fetch first %d rows only"
                        .formatted(TASKS),
                String.class,
                PERSON);
        jdbc.update("update act_ru_task set assignee_ = 'somebody' where assignee_ = ?", PERSON);
        some.forEach(id -> subject.engine().getTaskService().setAssignee(id, PERSON));
        IdentityService identity = subject.engine().getIdentityService();
        identity.setAuthentication(PERSON, List.of());
        double[] times = new double[READS];
        for (int i = -READS; i < READS; i++) {
            long begun = System.nanoTime();
            List<Task> page = subject.engine()
                    .getTaskService()
                    .createTaskQuery()
                    .taskAssignee(PERSON)
                    .initializeFormKeys()
                    .orderByTaskCreateTime()
                    .desc()
                    .listPage(0, PAGE);
            if (page.size() != PAGE) {
                throw new AssertionError(page.size() + " tasks on the first page");
            }
            if (i >= 0) {
                times[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        identity.clearAuthentication();
        Arrays.sort(times);
        return times[READS / 2];
    }

    /** In MB, after a collection. */
    private static long heap() throws SQLException {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    private static void print(String database, long heapAtStart, Measured few, Measured many) {
        System.out.printf(
                Locale.ROOT,
                "%n%s, open: %,25d %,11d   ratio   bare engine: %,d %,11d   ratio%n",
                database,
                few.open(),
                many.open(),
                few.open(),
                many.open());
        row("lifecycles a second, one thread", few, many, Figures::alone);
        row("lifecycles a second, four threads", few, many, Figures::together);
        row("completing a task, p50 ms", few, many, Figures::p50);
        row("completing a task, p99 ms", few, many, Figures::p99);
        line("first page of 20 tasks, ms", few.page()[0], many.page()[0], few.page()[1], many.page()[1]);
        System.out.printf(
                Locale.ROOT,
                "heap of both together, MB: %d after the start, %d, %d%n",
                heapAtStart,
                few.heap(),
                many.heap());
    }

    private static void row(
            String what, Measured few, Measured many, java.util.function.ToDoubleFunction<Figures> figure) {
        line(
                what,
                figure.applyAsDouble(few.figures().get(0)),
                figure.applyAsDouble(many.figures().get(0)),
                figure.applyAsDouble(few.figures().get(1)),
                figure.applyAsDouble(many.figures().get(1)));
    }

    private static void line(String what, double few, double many, double bareFew, double bareMany) {
        System.out.printf(
                Locale.ROOT,
                "%-36s %9.1f %11.1f %7.2f %19.1f %11.1f %7.2f%n",
                what,
                few,
                many,
                many / few,
                bareFew,
                bareMany,
                bareMany / bareFew);
    }
}
