package org.postmortemflow.dashboard;

import static java.time.ZoneOffset.UTC;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.shared.PersonId;

/** The condition of a query over {@code postmortem_fact f}, with its values in order. */
public final class FactCondition {

    private final StringBuilder sql = new StringBuilder("where 1 = 1");
    private final List<Object> params = new ArrayList<>();

    /** Months begin in this zone. */
    public static FactCondition of(FactFilter filter, ZoneId zone) {
        FactCondition condition = new FactCondition();
        if (filter.from() != null) {
            condition.and("f.clock_start >= ?", start(filter.from(), zone));
        }
        if (filter.to() != null) {
            condition.and("f.clock_start < ?", start(filter.to().plusMonths(1), zone));
        }
        return condition
                .in("f.team in (%s)", filter.teams())
                .in(
                        "f.severity in (%s)",
                        filter.severities().stream().map(Enum::name).toList())
                .in(
                        "f.status in (%s)",
                        filter.statuses().stream().map(Enum::name).toList())
                .in(
                        "f.postmortem_id in (select s.postmortem_id from postmortem_fact_service s where s.service in (%s))",
                        filter.services())
                .persons(filter.persons().stream().map(PersonId::value).toList());
    }

    /** Only what the reader may read; the column holds the postmortem's id. */
    public FactCondition and(Readable readable, String column) {
        sql.append(" and ").append(readable.sql(column));
        params.addAll(readable.params());
        return this;
    }

    public FactCondition and(String condition, Object... values) {
        sql.append(" and ").append(condition);
        params.addAll(List.of(values));
        return this;
    }

    /** @param condition with {@code %s} for the values' marks; left out when there are none */
    public FactCondition in(String condition, Collection<String> values) {
        if (!values.isEmpty()) {
            sql.append(" and ").append(condition.formatted(marks(values)));
            params.addAll(values);
        }
        return this;
    }

    /** Begins with {@code where}. */
    public String sql() {
        return sql.toString();
    }

    public List<Object> params() {
        return params;
    }

    private FactCondition persons(Collection<String> persons) {
        if (!persons.isEmpty()) {
            sql.append("""
                     and (f.owner in (%1$s) or f.commander in (%1$s) or f.postmortem_id in (
                      select s.postmortem_id from postmortem_step s where s.state = 'OPEN' and s.assignee in (%1$s)))
                    """.formatted(marks(persons)));
            for (int i = 0; i < 3; i++) {
                params.addAll(persons);
            }
        }
        return this;
    }

    private static OffsetDateTime start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant().atOffset(UTC);
    }

    /** A question mark for each of them. */
    public static String marks(Collection<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }
}
