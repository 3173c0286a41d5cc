package org.postmortemflow.dashboard.store;

import static java.time.ZoneOffset.UTC;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postmortemflow.dashboard.PostmortemFact;
import org.postmortemflow.people.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The facts of whole months. Those of the months looked at last stay in memory, and are read again when one of them has changed:
 * each row has another number after each change, so that the rows' count and sum tell. Nothing is ever older than the database.
 */
@Component
class MonthsOfFacts {

    /** Some 40 MB at most. */
    private static final long MOST_KEPT = 40_000;

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Cache<YearMonth, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((YearMonth month, Kept some) -> some.facts().size() + 1)
            .build();

    MonthsOfFacts(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    /** Tells one content of a month from another. */
    private record Stamp(long count, long sum) {}

    private record Kept(Stamp stamp, List<PostmortemFact> facts) {}

    /** The oldest first; both months are included. */
    List<PostmortemFact> between(YearMonth from, YearMonth to) {
        List<YearMonth> months = Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .toList();
        Map<YearMonth, Stamp> stamps = months.isEmpty() ? Map.of() : stamps(months);
        List<PostmortemFact> facts = new ArrayList<>();
        for (YearMonth month : months) {
            Stamp stamp = stamps.get(month);
            if (stamp != null) {
                facts.addAll(of(month, stamp));
            }
        }
        return facts;
    }

    private List<PostmortemFact> of(YearMonth month, Stamp stamp) {
        Kept before = kept.getIfPresent(month);
        if (before != null && before.stamp().equals(stamp)) {
            return before.facts();
        }
        List<PostmortemFact> facts =
                jdbc.sql("""
                select f.* from postmortem_fact f where f.clock_start >= ? and f.clock_start < ?
                order by f.clock_start, f.postmortem_id
                """).params(borders(month)).query(FactRow::read).list();
        kept.put(month, new Kept(stamp, facts));
        return facts;
    }

    /** Of those months that have any facts. */
    private Map<YearMonth, Stamp> stamps(List<YearMonth> months) {
        List<Object> params = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            params.addAll(borders(months.get(i)));
        }
        String each = "select %d as place, count(*) as facts, sum(f.stamp) as total from postmortem_fact f"
                + " where f.clock_start >= ? and f.clock_start < ?";
        String all = Stream.iterate(0, i -> i < months.size(), i -> i + 1)
                .map(each::formatted)
                .collect(java.util.stream.Collectors.joining(" union all "));
        Map<YearMonth, Stamp> stamps = new HashMap<>();
        jdbc.sql(all).params(params).query(row -> {
            if (row.getLong("facts") > 0) {
                stamps.put(months.get(row.getInt("place")), new Stamp(row.getLong("facts"), row.getLong("total")));
            }
        });
        return Collections.unmodifiableMap(stamps);
    }

    private List<Object> borders(YearMonth month) {
        ZoneId zone = organisation.zone();
        return List.of(
                month.atDay(1).atStartOfDay(zone).toInstant().atOffset(UTC),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant().atOffset(UTC));
    }
}
