package org.postmortemflow.privacy.store;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.PersonTable;
import org.postmortemflow.people.PersonTable.Column;
import org.postmortemflow.people.PersonTable.Holds;
import org.postmortemflow.people.Pseudonym;
import org.postmortemflow.privacy.ErasureRecords;
import org.postmortemflow.privacy.domain.Replacing;
import org.postmortemflow.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcErasures implements ErasureRecords {

    private final JdbcClient jdbc;

    JdbcErasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long count(PersonTable table, Replacing replacing) {
        long all = 0;
        for (Column column : table.columns()) {
            all += switch (column.holds()) {
                case ID, OWN -> countEqual(table, column.name(), replacing.id());
                case NAME -> countEqual(table, String.valueOf(column.idColumn()), replacing.id());
                case TEXT, CODE -> speaking(table, column, replacing).size();
            };
        }
        return all;
    }

    @Override
    public long replace(PersonTable table, Replacing replacing) {
        long all = 0;
        // names first: they are found by the id beside them
        for (Holds holds : List.of(Holds.OWN, Holds.NAME, Holds.ID, Holds.TEXT, Holds.CODE)) {
            for (Column column : table.columns()) {
                if (column.holds() == holds) {
                    all += replace(table, column, replacing);
                }
            }
        }
        return all;
    }

    private long replace(PersonTable table, Column column, Replacing replacing) {
        String in = table.name();
        String name = column.name();
        return switch (column.holds()) {
            case OWN ->
                jdbc.sql("delete from %s where %s = ?".formatted(in, name))
                        .param(replacing.id())
                        .update();
            case NAME ->
                jdbc.sql("update %s set %s = ? where %s = ?".formatted(in, name, column.idColumn()))
                        .params(replacing.by().name(), replacing.id())
                        .update();
            case ID ->
                jdbc.sql("update %s set %s = ? where %s = ?".formatted(in, name, name))
                        .params(replacing.by().id(), replacing.id())
                        .update();
            case TEXT, CODE -> replaceTexts(table, column, replacing);
        };
    }

    private long replaceTexts(PersonTable table, Column column, Replacing replacing) {
        String update = "update %s set %s = ? where %s = ?".formatted(table.name(), column.name(), column.name());
        @Nullable Integer longest = null;
        long all = 0;
        for (String text : speaking(table, column, replacing)) {
            longest = longest == null ? longest(table, column) : longest;
            String other = said(text, column, replacing);
            all += jdbc.sql(update)
                    .params(other.length() > longest ? other.substring(0, longest) : other, text)
                    .update();
        }
        return all;
    }

    /** The different texts that would change. Hints leave out most of the others in the database already. */
    private Set<String> speaking(PersonTable table, Column column, Replacing replacing) {
        String plain = "replace(replace(lower(%s), ?, ''), ?, '') like ? escape '!'".formatted(column.name());
        List<Object> params = new ArrayList<>();
        for (String hint : replacing.hints()) {
            Collections.addAll(params, "\r\n ", "\n ", "%" + hint + "%");
        }
        String where = String.join(" or ", Collections.nCopies(replacing.hints().size(), plain));
        Set<String> texts =
                new HashSet<>(jdbc.sql("select %s from %s where %s".formatted(column.name(), table.name(), where))
                        .params(params)
                        .query(String.class)
                        .list());
        texts.removeIf(text -> said(text, column, replacing).equals(text));
        return texts;
    }

    private static String said(String text, Column column, Replacing replacing) {
        return column.holds() == Holds.CODE ? replacing.inCode(text) : replacing.inText(text);
    }

    private long countEqual(PersonTable table, String column, String id) {
        return jdbc.sql("select count(*) from %s where %s = ?".formatted(table.name(), column))
                .param(id)
                .query(Long.class)
                .single();
    }

    private int longest(PersonTable table, Column column) {
        return jdbc.sql("""
                select max(character_maximum_length) from information_schema.columns
                where table_schema = current_schema and lower(table_name) = ? and lower(column_name) = ?
                """)
                .params(table.name(), column.name())
                .query((row, number) -> {
                    long length = row.getLong(1);
                    return row.wasNull() || length > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) length;
                })
                .single();
    }

    @Override
    public Pseudonym next(PersonId by, Instant at) {
        jdbc.sql("select id from person_erasure_lock where id = 1 for update")
                .query(Integer.class)
                .single();
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from person_erasure")
                .query(Integer.class)
                .single();
        jdbc.sql("insert into person_erasure (number, at, erased_by, changed_values) values (?, ?, ?, 0)")
                .params(number, at.atOffset(UTC), by.value())
                .update();
        return new Pseudonym(number);
    }

    @Override
    public void finished(Pseudonym pseudonym, long values) {
        jdbc.sql("update person_erasure set changed_values = ? where number = ?")
                .params(values, pseudonym.number())
                .update();
    }

    @Override
    public List<Erasure> all() {
        return jdbc.sql("select number, at, erased_by, changed_values from person_erasure order by number desc")
                .query((row, number) -> new Erasure(
                        new Pseudonym(row.getInt("number")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new PersonId(row.getString("erased_by")),
                        row.getLong("changed_values")))
                .list();
    }
}
