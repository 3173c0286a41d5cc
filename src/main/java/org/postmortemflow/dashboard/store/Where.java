package org.postmortemflow.dashboard.store;

import static java.time.ZoneOffset.UTC;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.postmortemflow.dashboard.FactFilter;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.shared.PersonId;

/** The condition of a query over facts, named {@code f}, with its values in order. */
final class Where {

    private final StringBuilder sql = new StringBuilder("where 1 = 1");
    private final List<Object> params = new ArrayList<>();

    Where(FactFilter filter, ZoneId zone) {
        if (filter.from() != null) {
            and(
                    "f.clock_start >= ?",
                    filter.from().atDay(1).atStartOfDay(zone).toInstant().atOffset(UTC));
        }
        if (filter.to() != null) {
            YearMonth after = filter.to().plusMonths(1);
            and(
                    "f.clock_start < ?",
                    after.atDay(1).atStartOfDay(zone).toInstant().atOffset(UTC));
        }
        in("f.team in (%s)", filter.teams());
        in("f.severity in (%s)", filter.severities().stream().map(Enum::name).toList());
        in("f.status in (%s)", filter.statuses().stream().map(Enum::name).toList());
        in(
                "f.postmortem_id in (select s.postmortem_id from postmortem_fact_service s where s.service in (%s))",
                filter.services());
        persons(filter.persons().stream().map(PersonId::value).toList());
    }

    /** Only what the reader may read. */
    Where and(Readable readable) {
        sql.append(" and ").append(readable.sql("f.postmortem_id"));
        params.addAll(readable.params());
        return this;
    }

    Where and(String condition, Object... values) {
        sql.append(" and ").append(condition);
        params.addAll(List.of(values));
        return this;
    }

    String sql() {
        return sql.toString();
    }

    List<Object> params() {
        return params;
    }

    private void persons(Collection<String> persons) {
        if (!persons.isEmpty()) {
            String marks = marks(persons);
            sql.append(" and (f.owner in (")
                    .append(marks)
                    .append(") or f.commander in (")
                    .append(marks);
            sql.append(") or f.postmortem_id in (select s.postmortem_id from postmortem_step s where s.state = 'OPEN'");
            sql.append(" and s.assignee in (").append(marks).append(")))");
            for (int i = 0; i < 3; i++) {
                params.addAll(persons);
            }
        }
    }

    private void in(String condition, Collection<String> values) {
        if (!values.isEmpty()) {
            sql.append(" and ").append(condition.formatted(marks(values)));
            params.addAll(values);
        }
    }

    private static String marks(Collection<?> values) {
        return values.stream().map(value -> "?").collect(Collectors.joining(", "));
    }
}
