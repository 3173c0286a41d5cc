package org.postmortemflow.bench;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the engine's own history would hold for the same postmortems, and some of the figures of our pages read from there, to
 * compare with.
 */
final class EngineHistory {

    private final JdbcTemplate jdbc;

    EngineHistory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows of process instances, tasks and activities as the engine writes them, from the record. */
    void write() {
        String duration = "cast((extract(epoch from %1$s) - extract(epoch from %2$s)) * 1000 as bigint)";
        jdbc.update("""
                insert into act_hi_procinst (id_, proc_inst_id_, root_proc_inst_id_, business_key_, proc_def_key_, proc_def_id_,
                  start_time_, end_time_, duration_, state_)
                select cast(p.id as varchar(64)), cast(p.id as varchar(64)), cast(p.id as varchar(64)),
                  cast(p.id as varchar(64)), 'postmortem', 'postmortem:1:1', cast(p.opened_at as timestamp),
                  cast(p.closed_at as timestamp), %s, case when p.closed_at is null then 'ACTIVE' else 'COMPLETED' end
                from postmortem p""".formatted(duration.formatted("p.closed_at", "p.opened_at")));
        String steps = """
                  cast(s.postmortem_id as varchar(64)), cast(s.postmortem_id as varchar(64)), 'postmortem', 'postmortem:1:1',
                  s.step, s.assignee, cast(s.opened_at as timestamp), cast(s.done_at as timestamp), %s
                from postmortem_step s""".formatted(duration.formatted("s.done_at", "s.opened_at"));
        jdbc.update("""
                insert into act_hi_taskinst (id_, proc_inst_id_, root_proc_inst_id_, proc_def_key_, proc_def_id_, task_def_key_,
                  assignee_, start_time_, end_time_, duration_)
                select s.task_id,""" + steps);
        jdbc.update("""
                insert into act_hi_actinst (id_, execution_id_, act_type_, proc_inst_id_, root_proc_inst_id_, proc_def_key_,
                  proc_def_id_, act_id_, assignee_, start_time_, end_time_, duration_)
                select 'userTask:' || substring(s.task_id from 1 for 50), s.task_id, 'userTask',""" + steps);
        jdbc.execute("analyze");
    }

    /** What to read, by name; each is one request's worth. No two have the same parameters: H2 would answer from memory. */
    Map<String, Runnable> figures(OffsetDateTime now) {
        AtomicInteger times = new AtomicInteger();
        Supplier<LocalDateTime> then = () -> now.toLocalDateTime().plusNanos(1000L * times.incrementAndGet());
        Map<String, Runnable> figures = new LinkedHashMap<>();
        figures.put("open tasks by step", () -> read("""
                select task_def_key_, count(*) from act_hi_taskinst where end_time_ is null and start_time_ < ?
                group by task_def_key_""", then.get()));
        figures.put(
                "median and p90 time at each step, 3 months",
                () -> read("""
                select act_id_, count(*), percentile_disc(0.5) within group (order by duration_),
                  percentile_disc(0.9) within group (order by duration_)
                from act_hi_actinst where act_type_ = 'userTask' and end_time_ >= ? group by act_id_""", then.get().minusMonths(3)));
        figures.put(
                "from opening to closing by month, 12 months",
                () -> read("""
                select extract(year from start_time_), extract(month from start_time_), count(*),
                  percentile_disc(0.5) within group (order by duration_),
                  percentile_disc(0.9) within group (order by duration_)
                from act_hi_procinst where start_time_ >= ? and end_time_ is not null
                group by extract(year from start_time_), extract(month from start_time_)""", then.get().minusMonths(12)));
        return figures;
    }

    private void read(String sql, LocalDateTime then) {
        if (jdbc.queryForList(sql, then).isEmpty()) {
            throw new AssertionError("Nothing to compare with");
        }
    }
}
