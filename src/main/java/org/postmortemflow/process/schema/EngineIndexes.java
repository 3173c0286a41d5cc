package org.postmortemflow.process.schema;

import java.sql.Statement;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * An index that the engine's own scripts leave out. Whenever a task is completed, the engine asks for tasks that have it as their
 * parent; without the index the answer takes longer with every open task of everybody.
 */
@Component
class EngineIndexes extends EngineMigration {

    EngineIndexes() {
        super("155", "index of the engine's tasks by their parent");
    }

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("create index postmortem_task_of_parent on act_ru_task (parent_task_id_)");
        }
    }
}
