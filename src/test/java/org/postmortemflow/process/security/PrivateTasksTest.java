package org.postmortemflow.process.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.readership.KeepPrivate;
import org.postmortemflow.readership.NameReaders;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The engine tells of a private postmortem only those who may read it: a member of the candidate group who may not finds neither its
 * task nor anything of it, by whichever question. Goran and Kavya are incident commanders; Kavya is named as a reader.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "postmortem.outbox.relay-enabled=false",
            "postmortem.deadlines.watch-enabled=false",
            "postmortem.reminders.enabled=false",
            "postmortem.digests.enabled=false",
            "postmortem.mailbox=target/mailbox",
            "postmortem.wording.languagetool=false"
        })
@ExtendWith(DoorTest.OwnEngine.class)
class PrivateTasksTest {

    private static final PersonId ADMIN = new PersonId("admin");
    private static final PersonId GORAN = new PersonId("goran");
    private static final PersonId KAVYA = new PersonId("kavya");
    private static final Instant RESOLVED = Instant.parse("2026-06-10T12:00:00Z");
    private static final String REST = "/engine-rest";
    private static final String PAGES = "/camunda/api/engine/engine/default";

    private static final List<String> POSTED = List.of(
            "/task",
            "/process-instance",
            "/execution",
            "/variable-instance",
            "/history/task",
            "/history/process-instance",
            "/history/activity-instance",
            "/history/variable-instance",
            "/history/decision-instance");

    @LocalServerPort
    private int port;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    KeepPrivate keepPrivate;

    @Autowired
    NameReaders nameReaders;

    @Autowired
    Steps steps;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    RuntimeService runtime;

    private final String secret =
            "secret" + Long.toString(Math.abs(UUID.randomUUID().getMostSignificantBits()), 36);
    private PostmortemId id;
    private String task;
    private String instance;

    @BeforeEach
    void oneWhoseSeverityAnyCommanderMaySet() {
        id = Objects.requireNonNull(reportIncident
                .report(new IncidentReport(
                        "test",
                        UUID.randomUUID().toString(),
                        null,
                        RESOLVED,
                        null,
                        "Breach " + secret,
                        null,
                        null,
                        null,
                        Resolution.at(RESOLVED),
                        List.of(new Mention("checkout-api", "checkout-api")),
                        List.of(),
                        "The " + secret + " leaked.",
                        Set.of(),
                        null))
                .postmortem());
        task = steps.open(id, Step.SET_SEVERITY).orElseThrow().taskId();
        instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult()
                .getId();
    }

    @Test
    void whileItIsOpenTheWholeGroupFindsItsTask() {
        assertThat(findings("goran")).isNotEmpty();
        assertThat(findings("kavya")).isNotEmpty();
        assertThat(findings("liam")).isEmpty();
    }

    @Test
    void onlyReadersAmongTheGroupFindTheTaskOfAPrivateOne() {
        keepPrivate.makePrivate(id, "The hole is open", ADMIN);
        nameReaders.name(id, List.of(KAVYA), List.of(), false, ADMIN);

        SoftAssertions all = new SoftAssertions();
        for (String outsider : List.of("goran", "liam")) {
            all.assertThat(findings(outsider)).as(outsider).isEmpty();
        }
        all.assertThat(findingsOfAProgram("goran")).isEmpty();
        all.assertAll();
        assertThat(findings("kavya")).contains("POST /task", "GET /task/" + task, "POST /task/count");
        assertThat(findingsOfAProgram("kavya")).contains("POST /task", "GET /task/" + task);
        assertThat(findings("admin")).contains("GET /process-instance/" + instance);

        Visitor goran = Visitor.program(port, "goran", "demo");
        assertThat(goran.post(REST + "/task/" + task + "/claim", "{\"userId\": \"goran\"}")
                        .statusCode())
                .isIn(403, 404);
        assertThat(goran.post(REST + "/task/" + task + "/complete", "{}").statusCode())
                .isIn(403, 404);
        Visitor kavya = Visitor.program(port, "kavya", "demo");
        assertThat(kavya.post(REST + "/task/" + task + "/claim", "{\"userId\": \"kavya\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void whoIsTakenOffTheListOrHadTheTaskBeforeLosesSightOfIt() {
        tasks.setAssignee(task, "liam");
        tasks.setAssignee(task, null);
        keepPrivate.makePrivate(id, "The hole is open", ADMIN);
        nameReaders.name(id, List.of(KAVYA, GORAN), List.of(), false, ADMIN);
        assertThat(findings("goran")).isNotEmpty();
        assertThat(findings("liam")).isEmpty();

        nameReaders.remove(id, GORAN, ADMIN);

        assertThat(findings("goran")).isEmpty();
        assertThat(findings("kavya")).isNotEmpty();
    }

    /** The engine leaves a former assignee the right to it, private or not. */
    @Test
    void whoHadATaskBeforeCannotCompleteIt() {
        tasks.setAssignee(task, "liam");
        tasks.setAssignee(task, "goran");
        String complete = REST + "/task/" + task + "/complete";
        String severity = "{\"variables\": {\"severity\": {\"value\": \"sev-2\"}}}";

        assertThat(Visitor.program(port, "liam", "demo")
                        .post(complete, severity)
                        .body())
                .contains("This step is for somebody else now.");
        assertThat(steps.open(id, Step.SET_SEVERITY)).isPresent();

        assertThat(Visitor.program(port, "goran", "demo")
                        .post(complete, severity)
                        .statusCode())
                .isEqualTo(204);
        assertThat(steps.open(id, Step.SET_SEVERITY)).isEmpty();
    }

    @Test
    void openedToEverybodyTheGroupHasItAgain() {
        keepPrivate.makePrivate(id, "The hole is open", ADMIN);
        keepPrivate.makeOpen(id, "Mended", ADMIN);

        assertThat(findings("goran")).isNotEmpty();
        assertThat(findings("liam")).isEmpty();
        assertThat(tasks.getIdentityLinksForTask(task))
                .singleElement()
                .extracting(link -> link.getGroupId())
                .isEqualTo("incident-commanders");
    }

    /** What Cockpit asks the engine is answered to administrators, who read everything; to others it is empty. */
    @Test
    void cockpitTellsAdministratorsOnly() {
        keepPrivate.makePrivate(id, "The hole is open", ADMIN);
        String cockpit = "/camunda/api/cockpit/plugin/base/default/process-instance";
        assertThat(Visitor.person(port, "goran").postFromTasklist(cockpit, "{}").body())
                .isEqualTo("[]");
        assertThat(Visitor.person(port, "admin").postFromTasklist(cockpit, "{}").body())
                .contains(id.toString());
    }

    /** The questions, from Tasklist in a session of the person, whose answers tell of the postmortem. */
    private List<String> findings(String person) {
        Visitor inTasklist = Visitor.person(port, person);
        List<String> telling = new ArrayList<>();
        reads().forEach(path -> note(telling, "GET " + path, inTasklist.get(PAGES + path)));
        note(telling, "HAL /task", inTasklist.get(PAGES + "/task", "Accept", "application/hal+json"));
        POSTED.forEach(path -> note(telling, "POST " + path, inTasklist.postFromTasklist(PAGES + path, "{}")));
        String ofIt = "{\"processInstanceBusinessKey\": \"" + id + "\"}";
        note(telling, inTasklist.postFromTasklist(PAGES + "/task/count", ofIt));
        return telling;
    }

    /** Some of them by REST for programs: each of its requests signs in anew, which takes its time. */
    private List<String> findingsOfAProgram(String person) {
        Visitor program = Visitor.program(port, person, "demo");
        List<String> telling = new ArrayList<>();
        for (String path :
                List.of("/task", "/task/" + task, "/process-instance", "/history/task", "/variable-instance")) {
            note(telling, "GET " + path, program.get(REST + path));
        }
        note(telling, "POST /task", program.post(REST + "/task", "{}"));
        return telling;
    }

    private static void note(List<String> telling, HttpResponse<String> count) {
        if (count.body().contains("count") && !count.body().contains("\"count\":0")) {
            telling.add("POST /task/count");
        }
    }

    /** A refusal names only what was asked for. */
    private void note(List<String> telling, String question, HttpResponse<String> answer) {
        boolean tells = Stream.of(secret, id.toString(), task, instance).anyMatch(answer.body()::contains);
        if (answer.statusCode() < 400 && tells) {
            telling.add(question);
        }
    }

    private List<String> reads() {
        List<String> paths = new ArrayList<>(List.of(
                "/task",
                "/task?candidateGroup=incident-commanders",
                "/task?processInstanceBusinessKey=" + id,
                "/task/" + task,
                "/task/" + task + "/variables",
                "/task/" + task + "/localVariables",
                "/task/" + task + "/form-variables",
                "/task/" + task + "/rendered-form",
                "/task/" + task + "/identity-links",
                "/process-instance",
                "/process-instance/" + instance,
                "/process-instance/" + instance + "/variables",
                "/process-instance/" + instance + "/activity-instances",
                "/execution",
                "/variable-instance",
                "/job",
                "/incident",
                "/history/task",
                "/history/process-instance",
                "/history/process-instance/" + instance,
                "/history/activity-instance",
                "/history/variable-instance",
                "/history/detail",
                "/history/identity-link-log",
                "/history/job-log",
                "/history/user-operation",
                "/history/incident",
                "/history/decision-instance"));
        for (Filter filter : filters.createTaskFilterQuery().list()) {
            paths.add("/filter/" + filter.getId() + "/list");
            paths.add("/filter/" + filter.getId() + "/singleResult");
        }
        return paths;
    }
}
