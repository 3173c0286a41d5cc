package org.postmortemflow.dashboard.store;

import static java.time.ZoneOffset.UTC;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.FactCondition;
import org.postmortemflow.dashboard.FactFilter;
import org.postmortemflow.dashboard.Stall.Passed;
import org.postmortemflow.dashboard.Stall.Waiting;
import org.postmortemflow.dashboard.StallRecords;
import org.postmortemflow.dashboard.StallVisit;
import org.postmortemflow.dashboard.StallVisits;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One statement for each set of figures: the database counts and ranks, and few rows come back. */
@Component
class JdbcStalls implements StallRecords {

    private static final String VISITS =
            " from postmortem_fact f join postmortem_step v on v.postmortem_id = f.postmortem_id ";

    private static final String PASSED = """
            select t.step,
              count(t.stay) as done,
              percentile_disc(0.5) within group (order by t.stay) as median,
              percentile_disc(0.9) within group (order by t.stay) as ninetieth,
              max(t.stay) as longest,
              sum(case when t.overdue >= 0 then 1 else 0 end) as late,
              sum(case when t.done_before > 0 then 1 else 0 end) as again,
              sum(case when t.overdue > 0 then t.overdue else 0 end) as overdue
            from (
              select v.step,
                case when v.state = 'DONE' then extract(epoch from v.done_at) - extract(epoch from v.opened_at) end as stay,
                extract(epoch from coalesce(v.done_at, cast(? as timestamp with time zone))) - extract(epoch from v.due) as overdue,
                sum(case when v.state = 'DONE' then 1 else 0 end) over (partition by v.postmortem_id, v.step
                  order by v.position rows between unbounded preceding and 1 preceding) as done_before
              %s %s
            ) t
            group by t.step
            """;

    private final JdbcClient jdbc;
    private final Organisation organisation;

    JdbcStalls(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    @Override
    public Map<Step, Waiting> waiting(FactFilter filter, Instant now) {
        FactCondition where = FactCondition.of(filter, organisation.zone()).and("v.state = 'OPEN'");
        Map<Step, Waiting> waiting = new EnumMap<>(Step.class);
        jdbc.sql("select v.step, count(*) as open, sum(case when v.due <= ? then 1 else 0 end) as late, "
                        + "min(v.opened_at) as since" + VISITS + where.sql() + " group by v.step")
                .param(now.atOffset(UTC))
                .params(where.params())
                .query(row -> {
                    waiting.put(
                            Step.ofKey(row.getString("step")),
                            new Waiting(row.getInt("open"), row.getInt("late"), instant(row, "since")));
                });
        return waiting;
    }

    @Override
    public Map<Step, Passed> passed(FactFilter filter, Instant now) {
        FactCondition where = FactCondition.of(filter, organisation.zone());
        Map<Step, Passed> passed = new EnumMap<>(Step.class);
        jdbc.sql(PASSED.formatted(VISITS, where.sql()))
                .param(now.atOffset(UTC))
                .params(where.params())
                .query(row -> {
                    passed.put(
                            Step.ofKey(row.getString("step")),
                            new Passed(
                                    row.getInt("done"),
                                    length(row.getBigDecimal("median")),
                                    length(row.getBigDecimal("ninetieth")),
                                    length(row.getBigDecimal("longest")),
                                    row.getInt("late"),
                                    row.getInt("again"),
                                    seconds(row.getBigDecimal("overdue"))));
                });
        return passed;
    }

    @Override
    public StallVisits waiting(Step step, FactFilter filter, Readable readable, Instant now, int most) {
        return visits(step, "OPEN", "v.due nulls last, v.position", filter, readable, now, most);
    }

    @Override
    public StallVisits passed(Step step, FactFilter filter, Readable readable, int most) {
        String longestFirst =
                "extract(epoch from v.done_at) - extract(epoch from v.opened_at) desc, v.postmortem_id, v.position";
        return visits(step, "DONE", longestFirst, filter, readable, Instant.EPOCH, most);
    }

    private StallVisits visits(
            Step step, String state, String order, FactFilter filter, Readable readable, Instant now, int most) {
        FactCondition all = at(step, state, filter);
        FactCondition shown = at(step, state, filter).and(readable, "f.postmortem_id");
        long count = count(all);
        long mayRead = count(shown);
        List<StallVisit> visits = jdbc.sql(
                        "select f.postmortem_id, f.title, f.severity, v.assignee, v.opened_at, v.due, " + "v.done_at"
                                + VISITS + shown.sql() + " order by " + order + " fetch first ? rows only")
                .params(shown.params())
                .param(most)
                .query((row, number) -> visit(row, now))
                .list();
        return new StallVisits(visits, mayRead, count - mayRead);
    }

    private FactCondition at(Step step, String state, FactFilter filter) {
        return FactCondition.of(filter, organisation.zone())
                .and("v.step = ?", step.key())
                .and("v.state = ?", state);
    }

    private long count(FactCondition where) {
        return jdbc.sql("select count(*)" + VISITS + where.sql())
                .params(where.params())
                .query(Long.class)
                .single();
    }

    private static StallVisit visit(ResultSet row, Instant now) throws SQLException {
        String severity = row.getString("severity");
        String assignee = row.getString("assignee");
        Instant done = instant(row, "done_at");
        return new StallVisit(
                new PostmortemId(row.getObject("postmortem_id", UUID.class)),
                row.getString("title"),
                severity == null ? null : Severity.valueOf(severity),
                assignee == null ? null : new PersonId(assignee),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "due"),
                done == null ? now : done);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable Duration length(@Nullable BigDecimal seconds) {
        return seconds == null ? null : seconds(seconds);
    }

    /** Whole seconds: nobody reads a part of one. */
    private static Duration seconds(BigDecimal seconds) {
        return Duration.ofSeconds(seconds.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }
}
