package org.postmortemflow.dashboard.store;

import static java.time.ZoneOffset.UTC;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.PostmortemFact;
import org.postmortemflow.people.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The facts of whole months, and of all that is open. Those that were looked at last stay in memory; what has changed of them is
 * read again. Each row has another number after each change, so that the rows' count and sum tell whether one has: nothing is
 * ever older than the database.
 */
@Component
class FactsInMemory {

    /** Some 60 MB at most. */
    private static final long MOST_KEPT = 30_000;

    /** With more changes, all are read again in one look. */
    private static final int MOST_SINGLE = 300;

    private static final Comparator<PostmortemFact> OLDEST_FIRST = Comparator.comparing(PostmortemFact::clockStart)
            .thenComparing(fact -> fact.id().value().toString());

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Cache<Part, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Part part, Kept some) -> some.rows().size() + 1)
            .build();

    FactsInMemory(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    /** Facts that are kept together: a month's, or what is open when it is null. */
    private record Part(@Nullable YearMonth month, ZoneId zone) {

        private String condition() {
            return month == null ? "f.closed_at is null" : "f.clock_start >= ? and f.clock_start < ?";
        }

        private List<Object> params() {
            return month == null
                    ? List.of()
                    : Stream.of(month, month.plusMonths(1))
                            .<Object>map(border -> border.atDay(1)
                                    .atStartOfDay(zone)
                                    .toInstant()
                                    .atOffset(UTC))
                            .toList();
        }
    }

    /** Tells one content of a part from another. */
    private record Stamp(long count, long sum) {}

    private record Row(long stamp, PostmortemFact fact) {}

    private record Kept(Map<UUID, Row> rows, Stamp stamp, List<PostmortemFact> facts) {

        static Kept of(Map<UUID, Row> rows) {
            return new Kept(
                    rows,
                    new Stamp(
                            rows.size(),
                            rows.values().stream().mapToLong(Row::stamp).sum()),
                    rows.values().stream().map(Row::fact).sorted(OLDEST_FIRST).toList());
        }
    }

    /** The oldest first; both months are included. */
    List<PostmortemFact> between(YearMonth from, YearMonth to) {
        return facts(Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .map(month -> new Part(month, organisation.zone()))
                .toList());
    }

    /** Those that are neither closed, waived nor cancelled, the oldest first. */
    List<PostmortemFact> open() {
        return facts(List.of(new Part(null, organisation.zone())));
    }

    private List<PostmortemFact> facts(List<Part> parts) {
        Map<Part, Stamp> stamps = parts.isEmpty() ? Map.of() : stamps(parts);
        List<PostmortemFact> facts = new ArrayList<>();
        stamps.forEach((part, stamp) -> {
            Kept before = kept.getIfPresent(part);
            if (before == null || !before.stamp().equals(stamp)) {
                before = Kept.of(before == null ? all(part) : changed(part, before.rows()));
                kept.put(part, before);
            }
            facts.addAll(before.facts());
        });
        return facts;
    }

    /** Of those parts that have any facts, in their order. */
    private Map<Part, Stamp> stamps(List<Part> parts) {
        String each = "select %d as place, count(*) as facts, sum(f.stamp) as total from postmortem_fact f where %s";
        Map<Integer, Stamp> found = new HashMap<>();
        jdbc.sql(IntStream.range(0, parts.size())
                        .mapToObj(i -> each.formatted(i, parts.get(i).condition()))
                        .collect(Collectors.joining(" union all ")))
                .params(parts.stream().flatMap(part -> part.params().stream()).toList())
                .query(row -> {
                    if (row.getLong("facts") > 0) {
                        found.put(row.getInt("place"), new Stamp(row.getLong("facts"), row.getLong("total")));
                    }
                });
        return IntStream.range(0, parts.size())
                .boxed()
                .filter(found::containsKey)
                .collect(Collectors.toMap(parts::get, found::get, (one, other) -> one, java.util.LinkedHashMap::new));
    }

    private Map<UUID, Row> all(Part part) {
        return rows("select f.* from postmortem_fact f where " + part.condition(), part.params());
    }

    private Map<UUID, Row> changed(Part part, Map<UUID, Row> before) {
        Map<UUID, Row> now = new HashMap<>();
        List<Object> changed = new ArrayList<>();
        jdbc.sql("select f.postmortem_id, f.stamp from postmortem_fact f where " + part.condition())
                .params(part.params())
                .query(row -> {
                    UUID id = row.getObject("postmortem_id", UUID.class);
                    Row known = before.get(id);
                    if (known != null && known.stamp() == row.getLong("stamp")) {
                        now.put(id, known);
                    } else {
                        changed.add(id);
                    }
                });
        if (changed.size() > MOST_SINGLE) {
            return all(part);
        }
        if (!changed.isEmpty()) {
            String marks = changed.stream().map(id -> "?").collect(Collectors.joining(", "));
            now.putAll(rows("select f.* from postmortem_fact f where f.postmortem_id in (" + marks + ")", changed));
        }
        return now;
    }

    private Map<UUID, Row> rows(String sql, List<Object> params) {
        Map<UUID, Row> rows = new HashMap<>();
        jdbc.sql(sql)
                .params(params)
                .query((row, number) -> {
                    PostmortemFact fact = FactRow.read(row, number);
                    return rows.put(fact.id().value(), new Row(row.getLong("stamp"), fact));
                })
                .list();
        return rows;
    }
}
