package org.postmortemflow.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes many postmortems of one: copies every row that belongs to it, the engine's and ours, with ids of its own. Rows of mail and
 * search stay alone. The one must be the only one in its database.
 */
final class Copies {

    private static final int SHORTEST_ID = 36;
    private static final int AT_ONCE = 100;
    private static final String LEFT_OUT = "(act_(ge|re|id)|flyway|outbox|search|reminder|digest|calendar)_.*";

    private final DataSource database;
    private final Set<String> ids;
    private List<Rows> original = List.of();

    /** @param ids those by which the first rows are found; theirs lead to the others */
    Copies(DataSource database, Set<String> ids) {
        this.database = database;
        this.ids = new HashSet<>(ids);
    }

    /** Rows of a table that belong together. */
    private record Rows(String table, List<String> columns, Set<Integer> keys, List<@Nullable Object[]> rows) {

        String insert() {
            String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
            return "insert into %s (%s) values (%s)".formatted(table, String.join(", ", columns), marks);
        }
    }

    /**
     * Makes those from {@code from} to before {@code to}, counted from 0. The first time reads the one, which others may join
     * afterwards.
     */
    void make(int from, int to) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            if (original.isEmpty()) {
                original = original(connection);
            }
            connection.setAutoCommit(false);
            statement.execute(postgres ? "set session_replication_role = replica" : "set referential_integrity false");
            for (int first = from; first < to; first += AT_ONCE) {
                for (Rows rows : original) {
                    insert(connection, rows, first, Math.min(to, first + AT_ONCE));
                }
                connection.commit();
            }
            statement.execute(postgres ? "set session_replication_role = default" : "set referential_integrity true");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute(postgres ? "vacuum analyze" : "analyze");
        }
    }

    private void insert(Connection connection, Rows rows, int from, int to) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(rows.insert())) {
            for (int copy = from; copy < to; copy++) {
                for (@Nullable Object[] row : rows.rows()) {
                    for (int i = 0; i < row.length; i++) {
                        insert.setObject(i + 1, copied(row[i], copy));
                    }
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private @Nullable Object copied(@Nullable Object value, int copy) {
        if (value == null || !ids.contains(value.toString())) {
            return value;
        }
        UUID id = UUID.nameUUIDFromBytes((value + "/" + copy).getBytes(StandardCharsets.UTF_8));
        return value instanceof UUID ? id : id.toString();
    }

    private List<Rows> original(Connection connection) throws SQLException {
        List<Rows> all = new ArrayList<>();
        for (String table : tables(connection.getMetaData())) {
            all.add(read(connection, table));
        }
        List<Rows> belonging = List.of();
        int known = -1;
        while (known < ids.size()) {
            known = ids.size();
            belonging = all.stream().map(this::belonging).toList();
        }
        return belonging.stream().filter(rows -> !rows.rows().isEmpty()).toList();
    }

    private Rows belonging(Rows all) {
        List<@Nullable Object[]> rows = all.rows().stream()
                .filter(row -> Arrays.stream(row).anyMatch(value -> value != null && ids.contains(value.toString())))
                .toList();
        for (@Nullable Object[] row : rows) {
            all.keys().stream()
                    .map(key -> String.valueOf(row[key]))
                    .filter(key -> key.length() >= SHORTEST_ID)
                    .forEach(ids::add);
        }
        return new Rows(all.table(), all.columns(), all.keys(), rows);
    }

    private static List<String> tables(DatabaseMetaData meta) throws SQLException {
        List<String> tables = new ArrayList<>();
        String schema = meta.storesUpperCaseIdentifiers() ? "PUBLIC" : "public";
        try (ResultSet found = meta.getTables(null, schema, "%", null)) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                boolean table = found.getString("TABLE_TYPE").endsWith("TABLE");
                if (table && !name.toLowerCase(Locale.ROOT).matches(LEFT_OUT)) {
                    tables.add(name);
                }
            }
        }
        return tables;
    }

    private static Rows read(Connection connection, String table) throws SQLException {
        Set<String> keys = new HashSet<>();
        try (ResultSet found = connection.getMetaData().getPrimaryKeys(null, null, table)) {
            while (found.next()) {
                keys.add(found.getString("COLUMN_NAME"));
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from " + table)) {
            ResultSetMetaData meta = found.getMetaData();
            List<Integer> read = Stream.iterate(1, i -> i + 1)
                    .limit(meta.getColumnCount())
                    .filter(i -> !isCounted(meta, i))
                    .toList();
            List<String> columns = new ArrayList<>();
            Set<Integer> keyColumns = new HashSet<>();
            for (int i : read) {
                if (keys.contains(meta.getColumnName(i))) {
                    keyColumns.add(columns.size());
                }
                columns.add(meta.getColumnName(i));
            }
            List<@Nullable Object[]> rows = new ArrayList<>();
            while (found.next()) {
                @Nullable Object[] row = new @Nullable Object[read.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = found.getObject(read.get(i));
                }
                rows.add(row);
            }
            return new Rows(table, columns, keyColumns, rows);
        }
    }

    /** Whether the database numbers the rows itself. */
    private static boolean isCounted(ResultSetMetaData meta, int column) {
        try {
            return meta.isAutoIncrement(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
