package org.postmortemflow.people;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that speaks of persons, and which of its columns do how. The names come from the code only. */
public final class PersonTable {

    /** How a column speaks of a person. */
    public enum Holds {
        /** The whole value is a person's id. */
        ID,
        /** The whole value is a name of the person whose id another column has. */
        NAME,
        /** A text in which names, addresses and mentions like {@code @ben} occur. */
        TEXT,
        /** Written by the application for itself, with ids among other words: addresses of lists, inputs of rules. */
        CODE,
        /** The whole value is a person's id, and the row serves nobody else: it is deleted. */
        OWN
    }

    /** @param idColumn for {@link Holds#NAME}: whose name it is */
    public record Column(String name, Holds holds, @Nullable String idColumn) {}

    private final String name;
    private final List<Column> columns;

    private PersonTable(String name, List<Column> columns) {
        this.name = name;
        this.columns = List.copyOf(columns);
    }

    public static PersonTable of(String name) {
        return new PersonTable(name, List.of());
    }

    public PersonTable ids(String... names) {
        return with(Holds.ID, null, names);
    }

    public PersonTable namesBeside(String idColumn, String... names) {
        return with(Holds.NAME, idColumn, names);
    }

    public PersonTable texts(String... names) {
        return with(Holds.TEXT, null, names);
    }

    public PersonTable codes(String... names) {
        return with(Holds.CODE, null, names);
    }

    public PersonTable ownRows(String idColumn) {
        return with(Holds.OWN, null, idColumn);
    }

    public String name() {
        return name;
    }

    public List<Column> columns() {
        return columns;
    }

    private PersonTable with(Holds holds, @Nullable String idColumn, String... names) {
        List<Column> all = new ArrayList<>(columns);
        for (String column : names) {
            all.add(new Column(column, holds, idColumn));
        }
        return new PersonTable(name, all);
    }
}
