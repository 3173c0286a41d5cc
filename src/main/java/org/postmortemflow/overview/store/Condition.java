package org.postmortemflow.overview.store;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.postmortemflow.overview.ListFilter;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Step;

/** The condition of a query over {@code postmortem_fact f}, with its values in order. */
final class Condition {

    private final StringBuilder sql = new StringBuilder("1 = 1");
    private final List<Object> params = new ArrayList<>();

    /** Only what the reader may read. */
    Condition(Readable readable, String column) {
        and(readable.sql(column));
        params.addAll(readable.params());
    }

    Condition fits(ListFilter filter, ZoneId zone, Instant now) {
        if (filter.from() != null) {
            and("f.clock_start >= ?", start(filter.from(), zone).atOffset(UTC));
        }
        if (filter.to() != null) {
            and("f.clock_start < ?", start(filter.to().plusMonths(1), zone).atOffset(UTC));
        }
        in("f.team in (%s)", filter.teams());
        in("f.severity in (%s)", filter.severities().stream().map(Enum::name).toList());
        in("f.status in (%s)", filter.statuses().stream().map(Enum::name).toList());
        in(
                "f.postmortem_id in (select s.postmortem_id from postmortem_fact_service s where s.service in (%s))",
                filter.services());
        in(
                "f.postmortem_id in (select s.postmortem_id from postmortem_step s where s.state = 'OPEN' and s.step in (%s))",
                filter.steps().stream().map(Step::key).toList());
        persons(filter.persons().stream().map(PersonId::value).toList());
        if (filter.late()) {
            and("f.next_late_from <= ?", now.atOffset(UTC));
        }
        return this;
    }

    Condition and(String condition, Object... values) {
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

    private static Instant start(java.time.YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    private void persons(Collection<String> persons) {
        if (!persons.isEmpty()) {
            and("""
                    (f.owner in (%1$s) or f.commander in (%1$s) or f.postmortem_id in (
                      select s.postmortem_id from postmortem_step s where s.state = 'OPEN' and s.assignee in (%1$s)))""".formatted(marks(persons)));
            for (int i = 0; i < 3; i++) {
                params.addAll(persons);
            }
        }
    }

    private void in(String condition, Collection<String> values) {
        if (!values.isEmpty()) {
            and(condition.formatted(marks(values)));
            params.addAll(values);
        }
    }

    static String marks(Collection<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }
}
