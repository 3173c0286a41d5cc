package org.postmortemflow.process.jobs;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts, each time in a commit of its own, how often a job that was left behind is begun and does not end. */
@Component
class BegunJobs {

    private static final Logger LOG = LoggerFactory.getLogger(BegunJobs.class);

    /** Together with the first time, at which nothing was counted yet, a job can so end the program three times. */
    private static final int MOST = 2;

    private final JdbcClient jdbc;
    private final Clock clock;

    BegunJobs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those whose lock, which has run out, nobody has given back. */
    List<String> leftBehind(List<String> jobs) {
        return jobs.isEmpty()
                ? List.of()
                : jdbc.sql("select id_ from act_ru_job where id_ in (:jobs) and lock_owner_ is not null")
                        .param("jobs", jobs)
                        .query(String.class)
                        .list();
    }

    /** Notes that it begins; false when it has begun so often that it must not begin again. */
    boolean begin(String job) {
        int before = jdbc.sql("select times from begun_job where job_id = ?")
                .param(job)
                .query(Integer.class)
                .optional()
                .orElse(0);
        if (before >= MOST) {
            return false;
        }
        String note = before == 0
                ? "insert into begun_job (times, begun_at, job_id) values (?, ?, ?)"
                : "update begun_job set times = ?, begun_at = ? where job_id = ?";
        jdbc.sql(note).params(before + 1, clock.instant().atOffset(UTC), job).update();
        LOG.warn("Job {} was left behind by a node that is gone, and is begun again", job);
        return true;
    }

    /** It ended, well or with a failure that the engine knows of. */
    void ended(String job) {
        jdbc.sql("delete from begun_job where job_id = ?").param(job).update();
    }

    /** Those that another node has ended meanwhile, or an operator has deleted. */
    @EventListener(ApplicationReadyEvent.class)
    void forgetThoseThatAreGone() {
        jdbc.sql("delete from begun_job where job_id not in (select id_ from act_ru_job)")
                .update();
    }
}
