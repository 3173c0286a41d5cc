package org.postmortemflow.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.postmortemflow.PostmortemFlowApplication;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.lifecycle.PostmortemProcess;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.meeting.Meetings;
import org.postmortemflow.process.Answers;
import org.postmortemflow.process.People;
import org.postmortemflow.process.contract.Variables;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionTemplate;

/** The application as it is; jobs are run by the benchmark, mail is written down and not sent. */
final class WholeApplication implements GrowthBenchmark.Subject, AutoCloseable {

    private static final AtomicReference<CountingDataSource> DATABASE = new AtomicReference<>();

    private static final String[] QUIET = {
        "--spring.main.banner-mode=off",
        "--logging.level.root=WARN",
        "--server.port=0",
        "--postmortem.outbox.relay-enabled=false",
        "--postmortem.deadlines.watch-enabled=false",
        "--postmortem.reminders.poll=1h",
        "--postmortem.search.every=1h"
    };

    private final ConfigurableApplicationContext context;
    private final Lifecycles.Times completing = new Lifecycles.Times();

    /** @param more arguments, for example {@code --camunda.bpm.job-execution.enabled=true} */
    WholeApplication(String url, String... more) {
        context = new SpringApplicationBuilder(PostmortemFlowApplication.class, Measured.class)
                .profiles(url.contains("postgresql") ? "postgres" : "default")
                .properties("camunda.bpm.job-execution.enabled=false")
                .run(Stream.of(Stream.of("--spring.datasource.url=" + url), Stream.of(QUIET), Stream.of(more))
                        .flatMap(all -> all)
                        .toArray(String[]::new));
    }

    @Override
    public CountingDataSource database() {
        return Objects.requireNonNull(DATABASE.get());
    }

    @Override
    public Lifecycles.Times completing() {
        return completing;
    }

    @Override
    public ProcessEngine engine() {
        return bean(ProcessEngine.class);
    }

    @Override
    public Set<String> openOne() {
        IncidentReport report = resolved();
        PostmortemId id =
                Objects.requireNonNull(bean(ReportIncident.class).report(report).postmortem());
        String instance = instance(id);
        while (open(id).size() < Variables.TO_WRITE.size()) {
            step(id, instance);
        }
        String incident = bean(Postmortems.class).get(id).incidentId().toString();
        return Set.of(id.toString(), instance, incident, report.externalKey());
    }

    @Override
    public Instant passDeadlines() {
        Instant late = bean(ThreadClock.class).instant().plus(Duration.ofDays(4));
        bean(ThreadClock.class).goOnTo(late);
        return late;
    }

    @Override
    public void lifecycle() {
        PostmortemId id = Objects.requireNonNull(
                bean(ReportIncident.class).report(resolved()).postmortem());
        String instance = instance(id);
        boolean goesOn = true;
        while (goesOn) {
            goesOn = step(id, instance);
        }
    }

    private String instance(PostmortemId id) {
        return bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult()
                .getId();
    }

    private List<StepState> open(PostmortemId id) {
        return bean(Steps.class).of(id).stream()
                .filter(step -> step.state() == StepState.State.OPEN)
                .toList();
    }

    /** Does what can be done at this moment; false when that is nothing. */
    private boolean step(PostmortemId id, String instance) {
        List<Job> jobs = bean(ManagementService.class)
                .createJobQuery()
                .processInstanceId(instance)
                .messages()
                .list();
        List<StepState> open = open(id);
        jobs.forEach(job -> bean(ManagementService.class).executeJob(job.getId()));
        open.forEach(step -> complete(id, step));
        return !jobs.isEmpty() || !open.isEmpty();
    }

    private void complete(PostmortemId id, StepState open) {
        if (open.step() == Step.HOLD_MEETING) {
            Instant start = bean(Meetings.class).of(id).orElseThrow().start();
            bean(ThreadClock.class).goOnTo(start);
        }
        StepAnswers typed = new StepAnswers(new HashMap<>(Answers.to(open.step())));
        completing.of(() -> bean(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> bean(PostmortemProcess.class).complete(id, open.step(), typed, People.doing(open))));
    }

    /** Time goes on from lifecycle to lifecycle, so that there is always a free slot for the next meeting. */
    private IncidentReport resolved() {
        Instant now = bean(ThreadClock.class).instant();
        return new IncidentReport(
                "bench",
                UUID.randomUUID().toString(),
                null,
                now,
                null,
                "Checkout was slow",
                Severity.SEV_1,
                now.minus(Duration.ofHours(2)),
                now.minus(Duration.ofHours(1)),
                Resolution.at(now),
                List.of(new Mention(People.SERVICE, People.SERVICE)),
                People.ALL_ROLES,
                "",
                Set.of(),
                null);
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Counts what the application says to its database, and lets the benchmark move its clock. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Measured {

        @Bean
        @Primary
        ThreadClock threadClock() {
            return new ThreadClock();
        }

        @Bean
        static BeanPostProcessor counting() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (!(bean instanceof DataSource original)) {
                        return bean;
                    }
                    DATABASE.set(new CountingDataSource(original));
                    return DATABASE.get().dataSource();
                }
            };
        }
    }
}
