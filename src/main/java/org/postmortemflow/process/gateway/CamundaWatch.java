package org.postmortemflow.process.gateway;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.EngineFigures;
import org.postmortemflow.lifecycle.EngineWatch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One statement on the engine's table of jobs; its own queries would be five, and cannot order by when a job was made. */
@Component
class CamundaWatch implements EngineWatch {

    private static final Duration LATE = Duration.ofMinutes(1);

    private static final String JOBS = """
            select
              count(case when retries_ > 0 and (duedate_ is null or duedate_ <= :now) then 1 end),
              min(case when retries_ > 0 and (duedate_ is null or duedate_ <= :now) then coalesce(duedate_, create_time_) end),
              count(case when retries_ > 0 and type_ = 'timer' and duedate_ <= :late then 1 end),
              count(case when retries_ = 0 then 1 end)
            from act_ru_job where suspension_state_ = 1
            """;

    private final JdbcClient jdbc;

    CamundaWatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public EngineFigures figures() {
        Date now = ClockUtil.getCurrentTime();
        return jdbc.sql(JOBS)
                .param("now", new Timestamp(now.getTime()))
                .param("late", new Timestamp(now.getTime() - LATE.toMillis()))
                .query((row, number) -> figures(row, now))
                .single();
    }

    private static EngineFigures figures(ResultSet row, Date now) throws SQLException {
        @Nullable Timestamp oldest = row.getTimestamp(2);
        // the engine cuts its times to the second in places, so that a job of this moment may be due in the next one
        long waits = oldest == null ? 0 : Math.max(0, now.getTime() - oldest.getTime());
        return new EngineFigures(row.getLong(1), Duration.ofMillis(waits), row.getLong(3), row.getLong(4));
    }
}
