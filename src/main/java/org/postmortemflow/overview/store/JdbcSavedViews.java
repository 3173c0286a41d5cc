package org.postmortemflow.overview.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postmortemflow.overview.SavedView;
import org.postmortemflow.overview.SavedViews;
import org.postmortemflow.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcSavedViews implements SavedViews {

    private static final String SELECT = "select id, name, query, made_by from saved_view ";

    private final JdbcClient jdbc;

    JdbcSavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SavedView> of(PersonId person) {
        return jdbc.sql(SELECT + "where made_by = ? order by lower(name), name")
                .param(person.value())
                .query(JdbcSavedViews::read)
                .list();
    }

    @Override
    public Optional<SavedView> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(JdbcSavedViews::read)
                .optional();
    }

    @Override
    public void add(SavedView view) {
        jdbc.sql("insert into saved_view (id, name, query, made_by) values (?, ?, ?, ?)")
                .params(view.id(), view.name(), view.query(), view.madeBy().value())
                .update();
    }

    @Override
    public void rename(UUID id, String name) {
        jdbc.sql("update saved_view set name = ? where id = ?").params(name, id).update();
    }

    @Override
    public void delete(UUID id) {
        jdbc.sql("delete from saved_view where id = ?").param(id).update();
    }

    private static SavedView read(ResultSet row, int number) throws SQLException {
        return new SavedView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("query"),
                new PersonId(row.getString("made_by")));
    }
}
