package org.postmortemflow.process.schema;

import java.sql.Connection;
import java.util.List;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's tables from the scripts in its own jar. Flyway does it under its lock: when the engine does it itself,
 * of two nodes that start together on an empty database one dies.
 */
@Component
class EngineTables extends EngineMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    EngineTables() {
        super("1", "engine tables 7.24");
    }

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        String product = connection.getMetaData().getDatabaseProductName();
        String dialect = product.equals("PostgreSQL") ? "postgres" : "h2";
        for (String part : PARTS) {
            String script = "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql".formatted(dialect, part);
            new ResourceDatabasePopulator(new ClassPathResource(script)).populate(connection);
        }
    }
}
