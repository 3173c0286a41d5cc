package org.postmortemflow.bench;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Makes many postmortems of some by SQL within the database: copies of their rows with ids of their own, each a little earlier
 * than the last. Far quicker than writing each row from outside.
 */
final class ManyCopies {

    private static final int AT_ONCE = 5;

    /** Those that pages of many postmortems read, and the history of each; each after those that it refers to. */
    private static final List<String> TABLES = List.of(
            "incident",
            "incident_service",
            "incident_responder",
            "incident_criterion",
            "postmortem",
            "postmortem_requirement_reason",
            "postmortem_owner",
            "postmortem_step",
            "postmortem_history",
            "document_section",
            "timeline_item",
            "follow_up",
            "meeting",
            "review",
            "external_message",
            "deadline",
            "reminder_escalation",
            "postmortem_private",
            "postmortem_reader",
            "postmortem_fact",
            "postmortem_fact_service");

    /** Texts that hold an id or have to differ. */
    private static final Set<String> KEYS =
            Set.of("postmortem_step.task_id", "deadline.subject", "incident.external_key");

    private final DataSource database;

    ManyCopies(DataSource database) {
        this.database = database;
    }

    /**
     * @param which a condition on {@code postmortem p}
     * @param times how often each is copied
     * @param minutesApart by how much each copy is earlier than the one before it
     */
    void make(String which, int times, int minutesApart) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            statement.execute("create table copied as select p.id, p.incident_id from postmortem p where " + which);
            statement.execute("create unique index copied_id on copied (id)");
            statement.execute("create unique index copied_incident on copied (incident_id)");
            statement.execute(postgres ? "set session_replication_role = replica" : "set referential_integrity false");
            for (String table : TABLES) {
                List<String> columns = new ArrayList<>();
                List<String> values = new ArrayList<>();
                columns(connection.getMetaData(), table, minutesApart, columns, values);
                String of = table.startsWith("incident")
                        ? (table.equals("incident") ? "id" : "incident_id")
                        : "postmortem_id";
                String key = table.equals("postmortem") ? "id" : of;
                String series = postgres ? "generate_series(%d, %d) as s(n)" : "system_range(%d, %d) as s(n)";
                for (int first = 1; first <= times; first += AT_ONCE) {
                    statement.execute(
                            "insert into %s (%s) select %s from %s t join copied c on c.%s = t.%s cross join %s"
                                    .formatted(
                                            table,
                                            String.join(", ", columns),
                                            String.join(", ", values),
                                            table,
                                            table.startsWith("incident") ? "incident_id" : "id",
                                            key,
                                            series.formatted(first, Math.min(times, first + AT_ONCE - 1))));
                }
            }
            statement.execute(postgres ? "set session_replication_role = default" : "set referential_integrity true");
            statement.execute("drop table copied");
            // what its autovacuum does a minute after so many rows
            statement.execute(postgres ? "vacuum analyze" : "analyze");
        }
    }

    private static void columns(
            DatabaseMetaData meta, String table, int minutesApart, List<String> columns, List<String> values)
            throws SQLException {
        boolean postgres = meta.getDatabaseProductName().equals("PostgreSQL");
        boolean upper = meta.storesUpperCaseIdentifiers();
        String id = postgres
                ? "cast(md5(cast(t.%1$s as varchar) || '/' || s.n) as uuid)"
                : "cast(hash('MD5', cast(t.%1$s as varchar) || '/' || s.n) as uuid)";
        try (ResultSet found = meta.getColumns(
                null, upper ? "PUBLIC" : "public", upper ? table.toUpperCase(Locale.ROOT) : table, null)) {
            while (found.next()) {
                String name = found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                String type = found.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
                if (found.getString("IS_AUTOINCREMENT").equals("YES")) {
                    continue;
                }
                columns.add(name);
                if (KEYS.contains(table + "." + name)) {
                    values.add("case when t.%1$s = '' then '' else cast(%2$s as varchar) end"
                            .formatted(name, id.formatted(name)));
                } else if (type.equals("uuid")) {
                    values.add("case when t.%1$s is null then null else %2$s end".formatted(name, id.formatted(name)));
                } else if (type.startsWith("timestamp") && !name.equals("urgency")) {
                    values.add("t.%s - s.n * interval '%d' minute".formatted(name, minutesApart));
                } else {
                    values.add("t." + name);
                }
            }
        }
    }
}
