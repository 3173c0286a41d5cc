package org.postmortemflow.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * What the engine's tables say in the H2 file that a killed process left behind.
 *
 * @param stuck postmortems with a process that has neither a step nor a job that comes to it: nothing would ever happen to them
 * @param taken how many of the others wait for a job that still belongs to the dead process, until its lock expires
 */
record EngineAtRest(List<String> stuck, int taken) {

    private static final String WITHOUT_STEP = """
        select whole.business_key_ from act_ru_execution whole
        where whole.parent_id_ is null and whole.business_key_ is not null
          and not exists (select 1 from act_ru_task task where task.proc_inst_id_ = whole.id_)
          and %s (
            select 1 from act_ru_job job
            where job.process_instance_id_ = whole.id_ and job.type_ = 'message' %s)
        """;

    /** @param folder the working directory of the application as shipped; its file is copied, so that it recovers by itself later */
    static EngineAtRest in(Path folder) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("at-rest")).resolve("copy.mv.db");
        Files.copy(folder.resolve("data/postmortem-flow.mv.db"), copy);
        JdbcTemplate sql = new JdbcTemplate(new SimpleDriverDataSource(
                new org.h2.Driver(), "jdbc:h2:file:" + copy.resolveSibling("copy"), "sa", ""));
        return new EngineAtRest(
                sql.queryForList(WITHOUT_STEP.formatted("not exists", ""), String.class),
                sql.queryForList(WITHOUT_STEP.formatted("exists", "and job.lock_owner_ is not null"), String.class)
                        .size());
    }
}
