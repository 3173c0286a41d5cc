package org.postmortemflow.process.schema;

import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An index that the engine's own scripts leave out. Whenever a task is completed, the engine asks for tasks that have it as their
 * parent; without the index the answer takes longer with every open task of everybody.
 */
@Component
class EngineIndexes implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("155");
    }

    @Override
    public String getDescription() {
        return "index of the engine's tasks by their parent";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("create index postmortem_task_of_parent on act_ru_task (parent_task_id_)");
        }
    }
}
