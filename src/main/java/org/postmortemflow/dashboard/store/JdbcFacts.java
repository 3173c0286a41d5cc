package org.postmortemflow.dashboard.store;

import static java.time.ZoneOffset.UTC;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.FactCondition;
import org.postmortemflow.dashboard.FactFilter;
import org.postmortemflow.dashboard.FactRecords;
import org.postmortemflow.dashboard.PostmortemFact;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcFacts implements FactRecords {

    private static final String SELECT = "select f.* from postmortem_fact f ";

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final FactOfRecord record;
    private final Organisation organisation;
    private final FactsInMemory memory;

    JdbcFacts(
            JdbcClient jdbc,
            JdbcOperations batches,
            FactOfRecord record,
            Organisation organisation,
            FactsInMemory memory) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.record = record;
        this.organisation = organisation;
        this.memory = memory;
    }

    @Override
    public Optional<PostmortemFact> find(PostmortemId id) {
        return jdbc.sql(SELECT + "where f.postmortem_id = ?")
                .param(id.value())
                .query(FactRow::read)
                .optional();
    }

    @Override
    public List<PostmortemFact> list(FactFilter filter, Readable readable, @Nullable Place after, int most) {
        FactCondition where = where(filter).and(readable, "f.postmortem_id");
        if (after != null) {
            where.and(
                    "f.urgency >= ? and (f.urgency > ? or f.postmortem_id > ?)",
                    after.urgency().atOffset(UTC),
                    after.urgency().atOffset(UTC),
                    after.id().value());
        }
        return jdbc.sql(SELECT + where.sql() + " order by f.urgency, f.postmortem_id fetch first ? rows only")
                .params(where.params())
                .param(most)
                .query(FactRow::read)
                .list();
    }

    @Override
    public long count(FactFilter filter, Readable readable) {
        return count(where(filter).and(readable, "f.postmortem_id"));
    }

    @Override
    public long count(FactFilter filter) {
        return count(where(filter));
    }

    private long count(FactCondition where) {
        return jdbc.sql("select count(*) from postmortem_fact f " + where.sql())
                .params(where.params())
                .query(Long.class)
                .single();
    }

    @Override
    public List<PostmortemFact> all(FactFilter filter) {
        if (filter.from() != null && filter.to() != null && filter.persons().isEmpty()) {
            List<PostmortemFact> facts = memory.between(filter.from(), filter.to());
            return filter.equals(FactFilter.ALL.within(filter.from(), filter.to()))
                    ? facts
                    : facts.stream().filter(filter::fits).toList();
        }
        return read(where(filter));
    }

    @Override
    public List<PostmortemFact> open(FactFilter filter) {
        return filter.persons().isEmpty()
                ? memory.open().stream().filter(filter::fits).toList()
                : read(where(filter.within(null, null)).and("f.closed_at is null"));
    }

    private List<PostmortemFact> read(FactCondition where) {
        return jdbc.sql(SELECT + where.sql() + " order by f.clock_start, f.postmortem_id")
                .params(where.params())
                .query(FactRow::read)
                .list();
    }

    private FactCondition where(FactFilter filter) {
        return FactCondition.of(filter, organisation.zone());
    }

    @Override
    public Map<PostmortemId, Kept> lock(Collection<PostmortemId> ids) {
        Map<PostmortemId, Kept> kept = new HashMap<>();
        if (!ids.isEmpty()) {
            // in one order, so that two who take the same ones do not wait for each other
            jdbc.sql(SELECT + "where f.postmortem_id in (:ids) order by f.postmortem_id for update")
                    .param("ids", ids.stream().map(PostmortemId::value).sorted().toList())
                    .query((row, number) -> kept.put(
                            new PostmortemId(row.getObject("postmortem_id", UUID.class)),
                            new Kept(row.getString("version"), FactRow.read(row, number))))
                    .list();
        }
        return kept;
    }

    @Override
    public List<PostmortemFact> compute(Collection<PostmortemId> ids) {
        return record.compute(ids);
    }

    @Override
    public void add(PostmortemFact fact, String version) {
        try {
            jdbc.sql(FactRow.INSERT).params(FactRow.values(fact, version)).update();
        } catch (DuplicateKeyException e) {
            throw new OptimisticLockingFailureException("Somebody computed the same facts at the same moment", e);
        }
        writeServices(fact);
    }

    @Override
    public void change(Kept before, PostmortemFact fact, String version) {
        jdbc.sql(FactRow.UPDATE).params(FactRow.values(fact, version)).update();
        // of those that are computed again in another way, nothing is believed
        if (!before.version().equals(version) || !before.fact().services().equals(fact.services())) {
            jdbc.sql("delete from postmortem_fact_service where postmortem_id = ?")
                    .param(fact.id().value())
                    .update();
            writeServices(fact);
        }
    }

    private void writeServices(PostmortemFact fact) {
        batches.batchUpdate(
                "insert into postmortem_fact_service (postmortem_id, service) values (?, ?)",
                fact.services().stream()
                        .map(service -> new Object[] {fact.id().value(), service})
                        .toList());
    }

    @Override
    public Optional<PostmortemId> forgetVersions(@Nullable PostmortemId after, int most) {
        List<UUID> some = jdbc.sql("""
                select postmortem_id from postmortem_fact where postmortem_id > ? order by postmortem_id
                fetch first ? rows only for update
                """)
                .params(after == null ? new UUID(0, 0) : after.value(), most)
                .query(UUID.class)
                .list();
        if (some.isEmpty()) {
            return Optional.empty();
        }
        jdbc.sql("update postmortem_fact set version = '' where postmortem_id in (:ids)")
                .param("ids", some)
                .update();
        return Optional.of(new PostmortemId(some.get(some.size() - 1)));
    }

    @Override
    public List<PostmortemId> outdated(String version, int most) {
        return ids("""
                select postmortem_id from postmortem_fact where version < ?
                union all select postmortem_id from postmortem_fact where version > ? fetch first ? rows only
                """, version, version, most);
    }

    @Override
    public List<PostmortemId> missing(int most) {
        return ids("""
                select p.id from postmortem p
                where not exists (select 1 from postmortem_fact f where f.postmortem_id = p.id) fetch first ? rows only
                """, most);
    }

    private List<PostmortemId> ids(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(UUID.class).list().stream()
                .map(PostmortemId::new)
                .toList();
    }

    @Override
    public long countOutdated(String version) {
        return jdbc.sql("select count(*) from postmortem_fact where version < ? or version > ?")
                .params(version, version)
                .query(Long.class)
                .single();
    }
}
