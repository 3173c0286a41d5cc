package org.postmortemflow.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.postmortemflow.process.Answers;
import org.postmortemflow.process.contract.PostmortemModel;
import org.postmortemflow.process.contract.Variables;
import org.postmortemflow.shared.Step;
import org.springframework.jdbc.core.JdbcTemplate;

/** The engine alone with our models, whose delegates and listeners do nothing. */
final class BareEngine implements GrowthBenchmark.Subject, AutoCloseable {

    private static final String MODELS = "processes";

    private final CountingDataSource database;
    private final ProcessEngine engine;
    private final Lifecycles.Times completing = new Lifecycles.Times();

    /**
     * @param original empty
     * @param history its level
     */
    BareEngine(DataSource original, String history) throws Exception {
        database = new CountingDataSource(original);
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setDataSource(database.dataSource());
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory(history);
        configuration.setJobExecutorActivate(false);
        configuration.setJobExecutor(asInTheApplication());
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setBeans(doNothing());
        configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        engine = configuration.buildProcessEngine();
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        try (Stream<Path> models = Files.list(Path.of(MODELS))) {
            for (Path model : models.toList()) {
                deployment.addString(model.toString(), Files.readString(model));
            }
        }
        deployment.deploy();
    }

    /** What {@code camunda.bpm.job-execution} says in application.yaml. */
    private static JobExecutor asInTheApplication() {
        DefaultJobExecutor executor = new DefaultJobExecutor();
        executor.setCorePoolSize(3);
        executor.setMaxPoolSize(10);
        executor.setQueueSize(100);
        executor.setMaxJobsPerAcquisition(50);
        executor.setWaitTimeInMillis(1000);
        executor.setMaxWait(3000);
        return executor;
    }

    @Override
    public CountingDataSource database() {
        return database;
    }

    @Override
    public Lifecycles.Times completing() {
        return completing;
    }

    @Override
    public ProcessEngine engine() {
        return engine;
    }

    @Override
    public Set<String> openOne() {
        String id = start();
        while (tasks(id).size() < Variables.TO_WRITE.size()) {
            step(id);
        }
        return Set.of(id);
    }

    @Override
    public Instant passDeadlines() {
        // the engine's clock knows no smaller part of a second
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        new JdbcTemplate(database.dataSource())
                .update("update act_ru_job set duedate_ = ? where handler_type_ like 'timer%'", Timestamp.from(now));
        return now;
    }

    @Override
    public void lifecycle() {
        String id = start();
        boolean goesOn = true;
        while (goesOn) {
            goesOn = step(id);
        }
    }

    private String start() {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(PostmortemModel.KEY, startVariables())
                .getId();
    }

    /** Does what can be done at this moment; false when that is nothing. */
    private boolean step(String id) {
        List<Job> jobs = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(id)
                .messages()
                .list();
        List<Task> tasks = tasks(id);
        jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        tasks.forEach(this::complete);
        return !jobs.isEmpty() || !tasks.isEmpty();
    }

    private List<Task> tasks(String id) {
        return engine.getTaskService().createTaskQuery().processInstanceId(id).list();
    }

    private void complete(Task task) {
        Step step = PostmortemModel.stepOf(task.getTaskDefinitionKey()).orElseThrow();
        Map<String, Object> typed = new HashMap<>();
        Answers.to(step).forEach((name, value) -> typed.put(name, asVariable(value)));
        completing.of(() -> {
            engine.getTaskService().setVariablesLocal(task.getId(), typed);
            engine.getTaskService().complete(task.getId());
        });
    }

    private static Object asVariable(Object value) {
        return value instanceof List<?> ? org.camunda.spin.Spin.JSON(value) : value;
    }

    private static Map<String, Object> startVariables() {
        Map<String, Object> variables = new TreeMap<>();
        Date never = Date.from(Instant.parse("2099-01-01T00:00:00Z"));
        Variables.DUE.values().forEach(name -> variables.put(name, never));
        Variables.TO_WRITE.values().forEach(name -> variables.put(name, true));
        variables.put(Variables.REVIEW_REQUEST_DUE, never);
        variables.put(Variables.SEVERITY, "sev-1");
        variables.put(Variables.RUNG, 1L);
        variables.put(Variables.STEP_STILL_OPEN, true);
        variables.put(Variables.NEXT_ESCALATION_AT, never);
        for (String yes : List.of(
                Variables.SEVERITY_KNOWN,
                Variables.POSTMORTEM_REQUIRED,
                Variables.REVIEW_APPROVED,
                Variables.EXTERNAL_MESSAGE_TO_POST)) {
            variables.put(yes, true);
        }
        for (String person : List.of(
                Variables.INCIDENT_COMMANDER,
                Variables.OWNER,
                Variables.TIMELINE_BY,
                Variables.MESSAGE_BY,
                Variables.MEETING_RUN_BY)) {
            variables.put(person, "ada");
        }
        for (var criterion : org.postmortemflow.incident.Criterion.values()) {
            variables.put(criterion.key(), false);
        }
        return variables;
    }

    /** Finds a bean of the fitting kind under every name that a model may call. */
    private static Map<Object, Object> doNothing() throws Exception {
        Map<Object, Object> beans = new HashMap<>();
        try (Stream<Path> models = Files.list(Path.of(MODELS))) {
            for (Path model : models.toList()) {
                java.util.regex.Pattern.compile("\\$\\{([a-z]\\w*(?:Delegate|Listener))}")
                        .matcher(Files.readString(model))
                        .results()
                        .map(match -> match.group(1))
                        .forEach(name -> beans.put(name, nothing(name)));
            }
        }
        return beans;
    }

    private static Object nothing(String name) {
        if (name.endsWith("Delegate")) {
            return (JavaDelegate) execution -> {};
        }
        return name.contains("Task") ? (TaskListener) task -> {} : (ExecutionListener) execution -> {};
    }

    @Override
    public void close() {
        engine.close();
    }
}
