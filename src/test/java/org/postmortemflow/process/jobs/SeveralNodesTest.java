package org.postmortemflow.process.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postmortemflow.Nodes;
import org.postmortemflow.TestClock;
import org.postmortemflow.journey.Waiting;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several nodes on one PostgreSQL, each doing in the background all that it does in earnest, only more often. */
@ExtendWith(OutputCaptureExtension.class)
class SeveralNodesTest {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final String OWNER_STEPS =
            "select state from postmortem_step where step = 'designate-owner' and postmortem_id = ?";
    private static final String ESCALATIONS = """
        select occasion || ' ' || recipient_email from outbox_message
        where template = 'step-overdue' and postmortem_id = ? order by 1
        """;

    private static final String OPENED = """
        select recipient_email from outbox_message
        where template = 'postmortem-opened' and state = 'SENT' and postmortem_id = ?
        """;

    private static final Nodes NODES = new Nodes(
            List.of(
                    "postmortem.outbox.poll=100ms",
                    "postmortem.reminders.poll=150ms",
                    "postmortem.digests.poll=150ms",
                    "postmortem.operational-review.poll=150ms",
                    "postmortem.operational-review.mail=monthly",
                    "postmortem.deadlines.watch=150ms",
                    "postmortem.figures.every=150ms",
                    "postmortem.search.every=150ms",
                    "camunda.bpm.job-execution.wait-time-in-millis=100",
                    "camunda.bpm.job-execution.max-wait=200"),
            SharedTime.class);

    /** Runs no jobs of the process, and all else. */
    private static ConfigurableApplicationContext withoutJobs;

    private static PostmortemId left;
    private static PostmortemId deadly;
    private static String deadlyJob;

    /** A node died and left two jobs, one of which was begun twice since then; now another one comes. */
    @BeforeAll
    static void begin() {
        SharedTime.set(TestClock.START);
        withoutJobs = NODES.start("camunda.bpm.job-execution.enabled=false");
        left = report(withoutJobs);
        deadly = report(withoutJobs);
        deadlyJob = job(deadly).getId();
        jdbc().sql("update act_ru_job set lock_owner_ = 'a dead node', lock_exp_time_ = ? where id_ in (?, ?)")
                .params(
                        Timestamp.from(TestClock.START.minusSeconds(1)),
                        job(left).getId(),
                        deadlyJob)
                .update();
        jdbc().sql("insert into begun_job (job_id, times, begun_at) values (?, 2, current_timestamp)")
                .param(deadlyJob)
                .update();
        NODES.start();
    }

    @BeforeEach
    void atTheStart() {
        SharedTime.set(TestClock.START);
    }

    @AfterAll
    static void end() {
        NODES.close();
        SharedTime.reset();
    }

    @Test
    void whatTwoNodesDoByTheClockIsDoneOnce(CapturedOutput output) {
        List<PostmortemId> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(report(withoutJobs));
        }
        announced(ids);
        for (int night = 0; night < 5; night++) {
            SharedTime.set(SharedTime.now().plus(Duration.ofHours(11)));
            quiet();
        }
        for (PostmortemId id : ids) {
            assertThat(texts("select text from postmortem_history where kind = 'deadline' and postmortem_id = ?", id))
                    .as("missed deadlines, by both nodes' watch")
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
            assertThat(texts(ESCALATIONS, id))
                    .as("the same of each, and each rung to one person once")
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .isEqualTo(texts(ESCALATIONS, ids.get(0)));
            assertThat(texts(
                            "select attempts || ' ' || state || ' ' || subject from outbox_message"
                                    + " where attempts <> 1 and postmortem_id = ?",
                            id))
                    .as("each mail was sent by one node, once")
                    .isEmpty();
            assertThat(withoutJobs
                            .getBean(RuntimeService.class)
                            .createIncidentQuery()
                            .processInstanceId(instance(id))
                            .count())
                    .isZero();
        }
        assertThat(all("select recipient_email || created_at || text_body from outbox_message"
                        + " where template = 'reminder'"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(errors(output)).isEmpty();
    }

    @Test
    void reviewsFiguresAndTheIndexAreWrittenOnce(CapturedOutput output) {
        announced(List.of(report(withoutJobs)));
        SharedTime.set(Instant.parse("2026-07-01T12:00:00Z"));
        quiet();
        assertThat(all("select recipient_email || subject from outbox_message where template = 'operational-review'"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        List<String> ids = all("select cast(id as varchar) from postmortem");
        for (String table : List.of("postmortem_fact", "search_entry")) {
            assertThat(all("select cast(postmortem_id as varchar) from " + table))
                    .as(table)
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
        assertThat(all("select number || ' ' || word from search_word"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(errors(output)).isEmpty();
    }

    @Test
    void aNodeThatStopsUnderLoadLosesNothingAndLeavesNoJobLocked() throws Exception {
        ConfigurableApplicationContext second = NODES.start();
        List<PostmortemId> ids = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 40; i++) {
                ids.add(report(withoutJobs));
            }
        });
        Waiting.until("under load", LONGEST, () -> ids.size() > 5);
        String owner = second.getBean(JobExecutor.class).getLockOwner();
        second.close();
        assertThat(jdbc().sql("select count(*) from act_ru_job where lock_owner_ = ?")
                        .param(owner)
                        .query(Long.class)
                        .single())
                .as("what it had begun has ended, the rest is handed back")
                .isZero();
        load.get();
        announced(ids);
        for (PostmortemId id : ids) {
            assertThat(texts(OWNER_STEPS, id)).hasSize(1);
            assertThat(texts(OPENED, id)).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @Test
    void whatADeadNodeLeftIsDoneOnceMoreAndWhatNeverEndedIsQuarantined() {
        Waiting.until("it is stopped", LONGEST, () -> job(deadly).getRetries() == 0);
        quiet();

        Job stopped = job(deadly);
        assertThat(stopped.getId()).isEqualTo(deadlyJob);
        assertThat(stopped.getExceptionMessage()).isEqualTo(Quarantine.WHY);
        assertThat(withoutJobs
                        .getBean(RuntimeService.class)
                        .createIncidentQuery()
                        .configuration(deadlyJob)
                        .singleResult()
                        .getIncidentMessage())
                .isEqualTo(Quarantine.WHY);
        assertThat(texts(
                        "select recipient_person from outbox_message where template = 'job-quarantined' and"
                                + " postmortem_id = ?",
                        deadly))
                .containsExactly("admin");
        assertThat(jdbc().sql("select count(*) from begun_job")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(texts(OWNER_STEPS, left)).as("the other goes on").hasSize(1);

        withoutJobs.getBean(ManagementService.class).setJobRetries(deadlyJob, 1);
        Waiting.until(
                "an operator lets it go on",
                LONGEST,
                () -> texts(OWNER_STEPS, deadly).size() == 1);
    }

    /** A job that met a change of the same postmortem is tried again ten seconds later, and the clock stands still. */
    private static void announced(List<PostmortemId> ids) {
        quiet();
        for (int more = 0;
                more < 8 && ids.stream().anyMatch(id -> texts(OPENED, id).isEmpty());
                more++) {
            SharedTime.set(SharedTime.now().plus(Duration.ofSeconds(15)));
            quiet();
        }
    }

    /** Until no job is due and no mail waits, and all that runs by the clock has run at least once more. */
    private static void quiet() {
        Waiting.pause(Duration.ofMillis(700));
        Waiting.until("nothing is due", LONGEST, () -> {
            long due = withoutJobs
                    .getBean(ManagementService.class)
                    .createJobQuery()
                    .executable()
                    .count();
            return due == 0
                    && jdbc().sql("select count(*) from outbox_message where state = 'WAITING'")
                                    .query(Long.class)
                                    .single()
                            == 0;
        });
        Waiting.pause(Duration.ofMillis(700));
    }

    private static List<String> texts(String sql, PostmortemId id) {
        return jdbc().sql(sql).param(id.value()).query(String.class).list();
    }

    /** But for that of the job that is quarantined. */
    private static List<String> errors(CapturedOutput output) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains(" ERROR ") && !line.contains(deadlyJob))
                .toList();
    }

    private static List<String> all(String sql) {
        return jdbc().sql(sql).query(String.class).list();
    }

    private static String instance(PostmortemId id) {
        return withoutJobs
                .getBean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult()
                .getId();
    }

    private static Job job(PostmortemId id) {
        return withoutJobs
                .getBean(ManagementService.class)
                .createJobQuery()
                .processInstanceId(instance(id))
                .messages()
                .singleResult();
    }

    private static JdbcClient jdbc() {
        return JdbcClient.create(withoutJobs.getBean(DataSource.class));
    }

    private static PostmortemId report(ConfigurableApplicationContext node) {
        return Reported.to(node, SharedTime.now());
    }
}
