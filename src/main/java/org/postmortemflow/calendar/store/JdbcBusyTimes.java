package org.postmortemflow.calendar.store;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.postmortemflow.calendar.BusyTimes;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Our own meetings: one query, whoever is asked for. */
@Component
class JdbcBusyTimes implements BusyTimes {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final JdbcClient jdbc;

    JdbcBusyTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Known between(Instant from, Instant to, Collection<PersonId> persons, PostmortemId exceptOf) {
        Map<UUID, Busy> busy = new LinkedHashMap<>();
        jdbc.sql("""
                select m.postmortem_id, m.starts_at, m.minutes, a.person_id
                from meeting m left join meeting_attendee a on a.postmortem_id = m.postmortem_id
                where not m.cancelled and m.held_at is null and m.postmortem_id <> ? and m.starts_at < ? and m.starts_at > ?
                order by m.starts_at
                """)
                .params(exceptOf.value(), to.atOffset(UTC), from.minus(LONGEST).atOffset(UTC))
                .query(row -> {
                    Instant start =
                            row.getObject("starts_at", OffsetDateTime.class).toInstant();
                    Instant end = start.plus(Duration.ofMinutes(row.getInt("minutes")));
                    String person = row.getString("person_id");
                    Set<PersonId> there = busy.computeIfAbsent(
                                    row.getObject("postmortem_id", UUID.class),
                                    meeting -> new Busy(start, end, new HashSet<>()))
                            .persons();
                    if (person != null && persons.contains(new PersonId(person))) {
                        there.add(new PersonId(person));
                    }
                });
        List<Busy> then =
                busy.values().stream().filter(one -> one.overlaps(from, to)).toList();
        return new Known(then, Set.of(), Set.of());
    }
}
