package org.postmortemflow.followup.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUpList;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcFollowUpList implements FollowUpList {

    private static final int AT_ONCE = 500;

    private static final List<FollowUp.State> STATES = List.of(FollowUp.State.values());

    private static final String COUNTED = " from follow_up f join postmortem p on p.id = f.postmortem_id ";

    /** Sorts as the due date does (R22); in hours, because a day is not the same to every database. */
    private static final String DUE_ORDER = """
            case when p.severity = 'SEV_1' then f.opened_at + interval '360' hour
                 else f.opened_at + interval '720' hour end""";

    private static final String OVERDUE = """
            (p.severity = 'SEV_1' and f.opened_at < :sev1Before
              or (p.severity is null or p.severity <> 'SEV_1') and f.opened_at < :otherBefore)""";

    private final JdbcClient jdbc;
    private final FollowUpRows rows;
    private final Clock clock;

    JdbcFollowUpList(JdbcClient jdbc, FollowUpRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Stream<Listed> open() {
        return Stream.iterate(
                        next(Filter.OPEN, null, AT_ONCE),
                        some -> !some.isEmpty(),
                        some -> next(Filter.OPEN, some.get(some.size() - 1).place(), AT_ONCE))
                .flatMap(List::stream);
    }

    @Override
    public List<Listed> next(Filter filter, @Nullable Place after, int most) {
        Map<String, @Nullable Object> params = new HashMap<>();
        String where = where(filter.ofAnyState(), params);
        if (after != null) {
            params.put("at", after.at().atOffset(UTC));
            params.put("after", after.id());
            where += " and (%1$s > :at or %1$s = :at and f.id > :after)".formatted(DUE_ORDER);
        }
        return list(byDue(filter, where) + " order by " + DUE_ORDER + ", f.id", params, 0, most);
    }

    @Override
    public List<Listed> page(Filter filter, Order order, long offset, int most) {
        Map<String, @Nullable Object> params = new HashMap<>();
        String where = where(order == Order.DUE ? filter.ofAnyState() : filter, params);
        String sorted = switch (order) {
            case DUE -> byDue(filter, where) + " order by " + DUE_ORDER + ", f.id";
            case AGE -> where + " order by f.opened_at, f.id";
            case TEAM -> where + " order by f.team_id nulls first, " + DUE_ORDER + ", f.id";
        };
        return list(sorted, params, offset, most);
    }

    /**
     * The same rows by way of their ids: among those of one state that have the same number of days, the one that was opened first
     * is due first, which an index knows; so only as many are read of each as are shown in all.
     *
     * @param where without the states: said twice, they would make a planner expect few rows, and sort all of them
     */
    private static String byDue(Filter filter, String where) {
        return STATES.stream()
                .filter(state -> filter.states().isEmpty() || filter.states().contains(state))
                .flatMap(state -> Stream.of("p.severity = 'SEV_1'", "(p.severity is null or p.severity <> 'SEV_1')")
                        .map(severity -> """
                                (select f.id from follow_up f join postmortem p on p.id = f.postmortem_id %s
                                 and f.state = '%s' and %s order by f.state, f.opened_at, f.id
                                 fetch first :reach rows only)
                                """.formatted(where, state, severity)))
                .collect(Collectors.joining(" union all ", "where f.id in (", ")"));
    }

    @Override
    public long count(Filter filter) {
        Map<String, @Nullable Object> params = new HashMap<>();
        return jdbc.sql("select count(*)" + COUNTED + where(filter, params))
                .params(params)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Load> loads(Filter filter) {
        Map<String, @Nullable Object> params = new HashMap<>();
        String where = where(filter, params);
        overdue(clock.instant(), params);
        return jdbc.sql("select f.team_id, count(*) as all_of_them, sum(case when " + OVERDUE
                        + " then 1 else 0 end) as overdue" + COUNTED + where
                        + " and f.state in ('OPEN', 'IN_PROGRESS') group by f.team_id"
                        + " order by overdue desc, all_of_them desc, f.team_id")
                .params(params)
                .query((row, number) ->
                        new Load(row.getString("team_id"), row.getLong("all_of_them"), row.getLong("overdue")))
                .list();
    }

    @Override
    public List<Listed> declinedOnSameServices(PostmortemId id, int most) {
        String where = """
                where f.state = 'DECLINED' and f.postmortem_id <> :id
                  and exists (select 1 from incident_service theirs
                      join incident_service ours on lower(ours.service) = lower(theirs.service)
                      join postmortem here on here.incident_id = ours.incident_id
                      where theirs.incident_id = p.incident_id and here.id = :id)
                  and not exists (select 1 from follow_up again where again.postmortem_id = :id and again.taken_from = f.id)
                order by coalesce(f.state_at, f.opened_at) desc, f.id""";
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("id", id.value());
        return list(where, params, 0, most);
    }

    private List<Listed> list(String whereAndOrder, Map<String, @Nullable Object> params, long offset, int most) {
        params.put("offset", offset);
        params.put("reach", offset + most);
        params.put("most", most);
        return jdbc.sql(FollowUpRows.SELECT + whereAndOrder + " offset :offset rows fetch next :most rows only")
                .params(params)
                .query(this::listed)
                .list();
    }

    private Listed listed(ResultSet row, int number) throws SQLException {
        FollowUp followUp = rows.read(row);
        boolean sev1 = Severity.SEV_1.name().equals(row.getString("severity"));
        Duration days = Duration.ofDays(FollowUpRows.days(sev1 ? Severity.SEV_1 : null));
        return new Listed(
                followUp,
                row.getString("postmortem_title"),
                new Place(followUp.openedAt().plus(days), followUp.id()));
    }

    private String where(Filter filter, Map<String, @Nullable Object> params) {
        StringBuilder where = new StringBuilder("where p.status not in ('WAIVED', 'CANCELLED')");
        if (filter.team() != null) {
            where.append(filter.team().isEmpty() ? " and f.team_id is null" : " and f.team_id = :team");
            params.put("team", filter.team());
        }
        if (filter.priority() != null) {
            where.append(" and f.priority = :priority");
            params.put("priority", filter.priority());
        }
        if (filter.kind() != null) {
            where.append(" and f.kind = :kind");
            params.put("kind", filter.kind().name());
        }
        if (!filter.states().isEmpty()) {
            where.append(" and f.state in (:states)");
            params.put("states", filter.states().stream().map(Enum::name).toList());
        }
        if (filter.assignee() != null) {
            where.append(" and f.assignee = :assignee");
            params.put("assignee", filter.assignee().value());
        }
        if (filter.overdueAt() != null) {
            where.append(" and f.state in ('OPEN', 'IN_PROGRESS') and ").append(OVERDUE);
            overdue(filter.overdueAt(), params);
        }
        if (filter.readable() != null) {
            where.append(" and ").append(filter.readable().sql("f.postmortem_id", "reader"));
            PersonId reader = filter.readable().person();
            params.put("reader", reader == null ? null : reader.value());
        }
        return where.toString();
    }

    private void overdue(Instant now, Map<String, @Nullable Object> params) {
        params.put(
                "sev1Before", rows.overdueBefore(now, FollowUpRows.SEV_1_DAYS).atOffset(UTC));
        params.put(
                "otherBefore", rows.overdueBefore(now, FollowUpRows.OTHER_DAYS).atOffset(UTC));
    }
}
