package org.postmortemflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.shared.Severity.SEV_2;
import static org.postmortemflow.shared.Step.DESIGNATE_OWNER;
import static org.postmortemflow.shared.Step.HOLD_MEETING;
import static org.postmortemflow.shared.Step.REVIEW_POSTMORTEM;
import static org.postmortemflow.shared.Step.SCHEDULE_MEETING;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.TestClock;
import org.postmortemflow.lifecycle.CancelPostmortem;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The engine forgets what has ended; we do not. And the ways between a postmortem's page, Tasklist and Cockpit. */
@ProcessTest
class EngineHistoryProcessTest {

    private static final long DAY = 24L * 60 * 60 * 1000;
    private static final List<String> OURS =
            List.of("postmortem_history", "postmortem_step", "deadline", "outbox_message");

    @Autowired
    Walk walk;

    @Autowired
    CancelPostmortem cancel;

    @Autowired
    HistoryService historyService;

    @Autowired
    ManagementService managementService;

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    MockMvc web;

    @BeforeEach
    void begin() {
        walk.reset();
    }

    @AfterEach
    void engineClockRuns() {
        ClockUtil.reset();
    }

    @Test
    void whatHasEndedIsForgottenByTheEngineAndNothingOfOursChanges() throws Exception {
        PostmortemId id = walk.incident(SEV_2);
        walk.does(id, DESIGNATE_OWNER, People.COMMANDER);
        cancel.cancel(id, "The same incident as before", People.COMMANDER);
        walk.runJobs(id);
        PostmortemId open = walk.incident(SEV_2);
        assertThat(walk.status(id)).isEqualTo(Status.CANCELLED);
        assertThat(walk.isRunning(id)).isFalse();
        assertThat(history(id)).isPositive();
        clock.advance(java.time.Duration.ofDays(200));

        cleanUpAfterDays(179);
        assertThat(history(id)).isPositive();
        Map<String, List<Map<String, Object>>> before = record(id);
        String page = page(id, "ada");
        String json = page("/api", id, "ada");
        cleanUpAfterDays(181);

        assertThat(history(id)).isZero();
        assertThat(jdbc.sql(
                                "select count(*) from act_hi_taskinst where proc_inst_id_ not in (select proc_inst_id_ from act_hi_procinst)")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(record(id)).isEqualTo(before);
        assertThat(before.get("postmortem_history")).isNotEmpty();
        assertThat(page(id, "ada")).isEqualTo(page);
        assertThat(page("/api", id, "ada")).isEqualTo(json);
        assertThat(history(open)).as("what still runs").isPositive();
    }

    @Test
    void noFigureChangesWhenTheEngineForgetsAClosedPostmortem() throws Exception {
        PostmortemId id = walk.incident(SEV_2);
        for (Step step : List.of(DESIGNATE_OWNER, SCHEDULE_MEETING)) {
            walk.does(id, step, People.doing(walk.open(id, step)));
        }
        for (Step step : walk.openSteps(id)) {
            walk.does(id, step, People.doing(walk.open(id, step)));
        }
        walk.does(id, REVIEW_POSTMORTEM, People.REVIEWER);
        walk.passToMeeting(id);
        walk.does(id, HOLD_MEETING, People.doing(walk.open(id, HOLD_MEETING)));
        for (Step step : walk.openSteps(id)) {
            walk.does(id, step, People.doing(walk.open(id, step)));
        }
        assertThat(walk.status(id)).isEqualTo(Status.CLOSED);
        clock.advance(java.time.Duration.ofDays(200));
        Map<String, String> before = figures();
        assertThat(before.get("/api/postmortems")).contains(id.toString());

        cleanUpAfterDays(200);

        assertThat(history(id)).isZero();
        assertThat(figures()).isEqualTo(before);
    }

    private Map<String, String> figures() throws Exception {
        Map<String, String> figures = new HashMap<>();
        for (String page : List.of(
                "/api/postmortems",
                "/api/metrics/promises",
                "/api/metrics/process",
                "/api/metrics/review",
                "/dashboard",
                "/dashboard/process",
                "/dashboard/review")) {
            var answer = web.perform(get(page + "?from=2026-01&to=2026-12").with(user("ines")))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).as(page).isEqualTo(200);
            figures.put(page, answer.getContentAsString().replaceAll("name=\"_csrf\"[^>]*>", ""));
        }
        return figures;
    }

    @Test
    void everythingThatIsDeployedIsKeptForAsLongAsTheSettingSays() {
        assertThat(repositoryService.createProcessDefinitionQuery().list())
                .isNotEmpty()
                .extracting(ProcessDefinition::getHistoryTimeToLive)
                .containsOnly(180);
        assertThat(repositoryService.createDecisionDefinitionQuery().list())
                .isNotEmpty()
                .extracting(DecisionDefinition::getHistoryTimeToLive)
                .containsOnly(180);
    }

    @Test
    void administratorsAreLedToTheInstanceInCockpitAndNobodyElse() throws Exception {
        PostmortemId id = walk.incident(SEV_2);
        String instance = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult()
                .getId();

        assertThat(page(id, "admin"))
                .contains("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
        assertThat(page(id, "ada")).doesNotContain(instance, "cockpit");
        cancel.cancel(id, "The same incident as before", People.COMMANDER);
        walk.runJobs(id);
        assertThat(page(id, "admin")).doesNotContain("process-instance");
    }

    @Test
    void aTaskInTasklistLeadsToThePage() {
        PostmortemId id = walk.incident(SEV_2);
        String instance = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult()
                .getId();

        assertThat(String.valueOf(runtimeService.getVariable(instance, "postmortemUrl")))
                .endsWith("/postmortems/" + id);
    }

    private long history(PostmortemId id) {
        return historyService
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .count();
    }

    /** What the engine does in its hours at night, now. */
    private void cleanUpAfterDays(int days) {
        ClockUtil.setCurrentTime(new Date(TestClock.START.toEpochMilli() + days * DAY));
        historyService.cleanUpHistoryAsync(true);
        for (Job job : historyService.findHistoryCleanupJobs()) {
            managementService.executeJob(job.getId());
        }
    }

    private Map<String, List<Map<String, Object>>> record(PostmortemId id) {
        return OURS.stream()
                .collect(java.util.stream.Collectors.toMap(
                        table -> table,
                        table -> jdbc.sql("select * from " + table + " where postmortem_id = ? order by 1")
                                .param(id.value())
                                .query()
                                .listOfRows()));
    }

    private String page(PostmortemId id, String person) throws Exception {
        return page("", id, person).replaceAll("name=\"_csrf\"[^>]*>", "");
    }

    private String page(String prefix, PostmortemId id, String person) throws Exception {
        return web.perform(get(prefix + "/postmortems/" + id).with(user(new PersonId(person).value())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
