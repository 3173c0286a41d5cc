package org.postmortemflow.wording.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.wording.Dismissals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcDismissals implements Dismissals {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcDismissals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Dismissal> of(PostmortemId id) {
        return jdbc.sql("select * from wording_dismissal where postmortem_id = ? order by dismissed_at desc, id")
                .param(id.value())
                .query(JdbcDismissals::read)
                .list();
    }

    @Override
    public Optional<Dismissal> find(PostmortemId id, UUID dismissal) {
        return of(id).stream().filter(one -> one.id().equals(dismissal)).findFirst();
    }

    @Override
    @Transactional
    public void add(PostmortemId id, Dismissal dismissal) {
        jdbc.sql("""
                insert into wording_dismissal
                    (id, postmortem_id, rule_key, fingerprint, sentence, reason, dismissed_by, dismissed_at)
                select cast(? as uuid), p.id, cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar),
                    cast(? as varchar), cast(? as timestamp with time zone)
                from postmortem p where p.id = ?
                and not exists (select 1 from wording_dismissal d where d.postmortem_id = p.id and d.fingerprint = ?)
                """)
                .params(
                        dismissal.id(),
                        dismissal.ruleKey(),
                        dismissal.fingerprint(),
                        dismissal.sentence(),
                        dismissal.reason(),
                        dismissal.by().value(),
                        dismissal.at().atOffset(UTC),
                        id.value(),
                        dismissal.fingerprint())
                .update();
    }

    @Override
    @Transactional
    public void remove(PostmortemId id, UUID dismissal) {
        jdbc.sql("delete from wording_dismissal where postmortem_id = ? and id = ?")
                .params(id.value(), dismissal)
                .update();
    }

    @Override
    public boolean isFullOutage(PostmortemId id) {
        return jdbc.sql("select count(*) from wording_full_outage where postmortem_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    @Transactional
    public void markFullOutage(PostmortemId id, boolean full, PersonId by) {
        jdbc.sql("delete from wording_full_outage where postmortem_id = ?")
                .param(id.value())
                .update();
        if (full) {
            jdbc.sql("insert into wording_full_outage (postmortem_id, marked_by, marked_at) values (?, ?, ?)")
                    .params(id.value(), by.value(), clock.instant().atOffset(UTC))
                    .update();
        }
    }

    private static Dismissal read(ResultSet row, int number) throws SQLException {
        return new Dismissal(
                row.getObject("id", UUID.class),
                row.getString("rule_key"),
                row.getString("fingerprint"),
                row.getString("sentence"),
                row.getString("reason"),
                new PersonId(row.getString("dismissed_by")),
                row.getObject("dismissed_at", OffsetDateTime.class).toInstant());
    }
}
