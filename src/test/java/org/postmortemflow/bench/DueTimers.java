package org.postmortemflow.bench;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lets the timers of many postmortems that are being written fall due at once, and waits until the engine has run them all. */
final class DueTimers {

    private static final Duration LONGEST = Duration.ofMinutes(12);
    private static final long LOOK_EVERY_MILLIS = 200;

    /** An engine, and one postmortem in it on which everybody writes. */
    interface Subject {

        ProcessEngine engine();

        CountingDataSource database();

        /** Opens the one, and says by which ids its rows are found. */
        Set<String> openOne();

        /** Lets time go on until all that is to be written is overdue, and says what time it is then. */
        Instant passDeadlines();
    }

    /**
     * @param cpuSeconds of this process, so without PostgreSQL's; what else the machine does weighs less on it than on the seconds
     * @param statements those of all jobs together
     */
    record Figures(long timers, long jobs, double seconds, double cpuSeconds, long statements) {

        double jobsPerSecond() {
            return jobs / seconds;
        }

        double cpuMillisOfJob() {
            return 1000 * cpuSeconds / jobs;
        }
    }

    private DueTimers() {}

    static Figures drain(Subject subject, int postmortems) throws SQLException {
        JobExecutor executor =
                ((ProcessEngineConfigurationImpl) subject.engine().getProcessEngineConfiguration()).getJobExecutor();
        executor.shutdown();
        JdbcTemplate jdbc = new JdbcTemplate(subject.database().dataSource());
        new Copies(subject.database().original(), subject.openOne()).make(0, postmortems - 1);
        Instant now = subject.passDeadlines();
        ClockUtil.setCurrentTime(Date.from(now));
        long timers = due(jdbc, now);
        long statements = subject.database().said().statements();
        long looks = 0;
        long cpu = cpuNanos();
        long begun = System.nanoTime();
        executor.start();
        try {
            while (due(jdbc, now) > 0) {
                looks++;
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
                if (System.nanoTime() - begun > LONGEST.toNanos()) {
                    throw new AssertionError(due(jdbc, now) + " jobs are left");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            executor.shutdown();
            ClockUtil.reset();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        double cpuSeconds = (cpuNanos() - cpu) / 1e9;
        long failed = count(jdbc, "select count(*) from act_ru_job where exception_msg_ is not null");
        if (failed > 0) {
            throw new AssertionError(failed + " jobs failed");
        }
        long after = subject.database().said().statements() - looks;
        // each timer leads to one job that tells somebody
        return new Figures(timers, 2 * timers, seconds, cpuSeconds, after - statements);
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long due(JdbcTemplate jdbc, Instant now) {
        return count(
                jdbc,
                "select count(*) from act_ru_job where (duedate_ is null or duedate_ <= ?) and retries_ > 0"
                        + " and handler_type_ <> 'history-cleanup'",
                java.sql.Timestamp.from(now));
    }

    private static long count(JdbcTemplate jdbc, String sql, Object... values) {
        Long count = jdbc.queryForObject(sql, Long.class, values);
        return count == null ? 0 : count;
    }
}
