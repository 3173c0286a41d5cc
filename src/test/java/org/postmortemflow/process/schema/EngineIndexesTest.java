package org.postmortemflow.process.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The engine's tables after all migrations. */
@JdbcTest(properties = "spring.datasource.url=jdbc:h2:mem:indexes;DB_CLOSE_DELAY=-1")
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Import({EngineTables.class, EngineIndexes.class})
class EngineIndexesTest {

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void tasksAreFoundByTheirParentWithoutReadingAllOfThem() {
        assertThat(firstIndexedColumns("act_ru_task")).contains("parent_task_id_", "proc_inst_id_");
        assertThat(firstIndexedColumns("act_ru_task")).doesNotContain("description_");
    }

    private List<String> firstIndexedColumns(String table) {
        ConnectionCallback<List<String>> read = connection -> read(connection, table);
        return java.util.Objects.requireNonNull(jdbc.execute(read));
    }

    private static List<String> read(Connection connection, String table) throws java.sql.SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        String name = meta.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        List<String> columns = new ArrayList<>();
        try (ResultSet index = meta.getIndexInfo(null, null, name, false, false)) {
            while (index.next()) {
                if (index.getInt("ORDINAL_POSITION") == 1) {
                    columns.add(index.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return columns;
    }
}
