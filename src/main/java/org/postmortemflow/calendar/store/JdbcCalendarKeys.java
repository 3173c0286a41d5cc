package org.postmortemflow.calendar.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.calendar.CalendarKeys;
import org.postmortemflow.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcCalendarKeys implements CalendarKeys {

    private static final String COLUMNS = "select person_id, made_at, made_by from calendar_key where ";

    private final JdbcClient jdbc;

    JdbcCalendarKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Kept> byHash(String hash) {
        return jdbc.sql(COLUMNS + "key_hash = ?")
                .param(hash)
                .query(JdbcCalendarKeys::read)
                .optional();
    }

    @Override
    public Optional<Kept> of(@Nullable PersonId person) {
        JdbcClient.StatementSpec query = person == null
                ? jdbc.sql(COLUMNS + "person_id is null")
                : jdbc.sql(COLUMNS + "person_id = ?").param(person.value());
        // two nodes may have made one each at the same moment: both work until the next
        return query.query(JdbcCalendarKeys::read).list().stream().findFirst();
    }

    @Override
    public void keep(String hash, Kept key) {
        remove(key.person());
        jdbc.sql("insert into calendar_key (key_hash, person_id, made_at, made_by) values (?, ?, ?, ?)")
                .params(
                        hash,
                        key.person() == null ? null : key.person().value(),
                        key.madeAt().atOffset(UTC),
                        key.madeBy().value())
                .update();
    }

    @Override
    public void remove(@Nullable PersonId person) {
        JdbcClient.StatementSpec delete = person == null
                ? jdbc.sql("delete from calendar_key where person_id is null")
                : jdbc.sql("delete from calendar_key where person_id = ?").param(person.value());
        delete.update();
    }

    private static Kept read(ResultSet row, int number) throws SQLException {
        String person = row.getString("person_id");
        return new Kept(
                person == null ? null : new PersonId(person),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                new PersonId(row.getString("made_by")));
    }
}
