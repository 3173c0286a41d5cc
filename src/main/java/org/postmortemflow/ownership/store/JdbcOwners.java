package org.postmortemflow.ownership.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.postmortemflow.lifecycle.Recorded;
import org.postmortemflow.ownership.OwnershipRecords;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.ReadOnce;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcOwners implements OwnershipRecords {

    private static final String SELECT = "select person_id, since, designated_by from postmortem_owner ";

    private final ReadOnce<PostmortemId, List<Ownership>> read = new ReadOnce<>("ownership");
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    JdbcOwners(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public Optional<Ownership> current(PostmortemId id) {
        return jdbc.sql(SELECT + "where postmortem_id = ? and until is null")
                .param(id.value())
                .query(JdbcOwners::row)
                .optional();
    }

    @Override
    public List<Ownership> all(PostmortemId id) {
        return read.get(id, this::readNow);
    }

    private List<Ownership> readNow(PostmortemId id) {
        return jdbc.sql(SELECT + "where postmortem_id = ? order by number")
                .param(id.value())
                .query(JdbcOwners::row)
                .list();
    }

    @Override
    public void begin(PostmortemId id, PersonId owner, PersonId by, Instant at) {
        int number = readNow(id).size() + 1;
        read.forget();
        jdbc.sql("update postmortem_owner set until = ? where postmortem_id = ? and until is null")
                .params(at.atOffset(UTC), id.value())
                .update();
        jdbc.sql("""
                insert into postmortem_owner (postmortem_id, number, person_id, since, designated_by)
                values (?, ?, ?, ?, ?)
                """)
                .params(id.value(), number, owner.value(), at.atOffset(UTC), by.value())
                .update();
        events.publishEvent(new Recorded(id));
    }

    private static Ownership row(ResultSet row, int number) throws SQLException {
        return new Ownership(
                new PersonId(row.getString("person_id")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                new PersonId(row.getString("designated_by")));
    }
}
