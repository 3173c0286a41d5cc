package org.postmortemflow.overview.store;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.FactCondition;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.overview.ListFilter;
import org.postmortemflow.overview.ListOrder;
import org.postmortemflow.overview.ListRecords;
import org.postmortemflow.overview.ListedPostmortem;
import org.postmortemflow.overview.Place;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads lists from the facts that the dashboard keeps, and the steps from their own table. */
@Component
class JdbcLists implements ListRecords {

    private static final String FACTS = " from postmortem_fact f ";
    private static final String MINE =
            " from postmortem_step s join postmortem_fact f on f.postmortem_id = s.postmortem_id ";

    private final JdbcClient jdbc;
    private final Organisation organisation;

    JdbcLists(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    @Override
    public List<ListedPostmortem> list(
            ListFilter filter, Readable readable, ListOrder order, @Nullable Place after, int most, Instant now) {
        FactCondition condition = condition(filter, readable, now);
        boolean due = order == ListOrder.DUE;
        if (after != null) {
            OffsetDateTime at = after.at().atOffset(UTC);
            condition.and(
                    due
                            ? "f.urgency >= ? and (f.urgency > ? or f.postmortem_id > ?)"
                            : "f.opened_at <= ? and (f.opened_at < ? or f.postmortem_id < ?)",
                    at,
                    at,
                    after.id().value());
        }
        String by = due ? "f.urgency, f.postmortem_id" : "f.opened_at desc, f.postmortem_id desc";
        return jdbc.sql("select " + ListRow.COLUMNS + FACTS + condition.sql() + " order by " + by
                        + " fetch first ? rows only")
                .params(condition.params())
                .param(most)
                .query((row, number) -> ListRow.read(row, now))
                .list();
    }

    @Override
    public long count(ListFilter filter, Readable readable, int most, Instant now) {
        FactCondition condition = condition(filter, readable, now);
        return jdbc.sql("select count(*) from (select f.postmortem_id" + FACTS + condition.sql()
                        + " fetch first ? rows only) counted")
                .params(condition.params())
                .param(most)
                .query(Long.class)
                .single();
    }

    private FactCondition condition(ListFilter filter, Readable readable, Instant now) {
        FactCondition condition = FactCondition.of(filter.facts(), organisation.zone())
                .and(readable, "f.postmortem_id")
                .in(
                        "f.postmortem_id in (select s.postmortem_id from postmortem_step s where s.state = 'OPEN' and s.step in (%s))",
                        filter.steps().stream().map(Step::key).toList());
        return filter.late() ? condition.and("f.urgency <= ?", now.atOffset(UTC)) : condition;
    }

    @Override
    public Map<PostmortemId, List<StepState>> openSteps(Collection<PostmortemId> ids) {
        Map<PostmortemId, List<StepState>> steps = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select " + ListRow.STEP_COLUMNS + """
                    from postmortem_step s where s.state = 'OPEN' and s.postmortem_id in (:ids)
                    order by s.due nulls last, s.position
                    """)
                    .param("ids", ids.stream().map(PostmortemId::value).toList())
                    .query(row -> {
                        StepState step = ListRow.step(row);
                        steps.computeIfAbsent(step.postmortem(), key -> new ArrayList<>())
                                .add(step);
                    });
        }
        return steps;
    }

    @Override
    public Map<Status, Amount> byStatus(Readable readable, Instant now) {
        Map<Status, Amount> amounts = new EnumMap<>(Status.class);
        FactCondition open = condition(ListFilter.ALL.in(ListFilter.OPEN), readable, now);
        List<Object> params = new ArrayList<>();
        params.add(now.atOffset(UTC));
        params.addAll(open.params());
        jdbc.sql("select f.status, count(*) as all_of_them, sum(case when f.urgency <= ? then 1 else 0 end) as late"
                        + FACTS + open.sql() + " group by f.status")
                .params(params)
                .query(row -> {
                    amounts.put(
                            Status.valueOf(row.getString("status")),
                            new Amount(row.getLong("all_of_them"), row.getLong("late")));
                });
        return amounts;
    }

    @Override
    public Map<Step, Long> bySteps(Readable readable) {
        Map<Step, Long> amounts = new EnumMap<>(Step.class);
        // each step is named so that an index which begins with it answers alone
        List<String> all = Arrays.stream(Step.values()).map(Step::key).toList();
        FactCondition condition = new FactCondition()
                .and("s.state = 'OPEN'")
                .in("s.step in (%s)", all)
                .and(readable, "s.postmortem_id");
        jdbc.sql("select s.step, count(distinct s.postmortem_id) as all_of_them from postmortem_step s "
                        + condition.sql() + " group by s.step")
                .params(condition.params())
                .query(row -> {
                    amounts.put(Step.ofKey(row.getString("step")), row.getLong("all_of_them"));
                });
        return amounts;
    }

    @Override
    public Turns turns(PersonId person, Set<String> pools, Readable readable, int most) {
        FactCondition condition = waitsFor(person, pools, readable);
        long[] all = new long[1];
        List<Mine> first = jdbc.sql("select " + ListRow.STEP_COLUMNS
                        + ", f.title, f.severity, count(*) over () as all_of_them" + MINE + condition.sql() + """
                 order by case when s.assignee is null then 1 else 0 end, s.due nulls last, s.position
                fetch first ? rows only
                """)
                .params(condition.params())
                .param(most)
                .query((row, number) -> {
                    all[0] = row.getLong("all_of_them");
                    return new Mine(ListRow.step(row), row.getString("title"), ListRow.severity(row));
                })
                .list();
        return new Turns(first, all[0]);
    }

    private static FactCondition waitsFor(PersonId person, Set<String> pools, Readable readable) {
        List<Object> values = new ArrayList<>(List.of(person.value()));
        values.addAll(pools);
        String pool = pools.isEmpty() ? "1 = 0" : "s.pool in (" + FactCondition.marks(pools) + ")";
        return new FactCondition()
                .and("s.state = 'OPEN'")
                .and("(s.step <> ? or f.owner is null or f.owner <> ?)", Step.REVIEW_POSTMORTEM.key(), person.value())
                .and("(s.assignee = ? or s.assignee is null and " + pool + ")", values.toArray())
                .and(readable, "s.postmortem_id");
    }
}
