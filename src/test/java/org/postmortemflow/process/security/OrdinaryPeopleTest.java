package org.postmortemflow.process.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.audit.AuditKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody without a special role can see and do in the engine. */
@DoorTest
class OrdinaryPeopleTest {

    private static final String DEPLOYMENT = """
            --b\r
            Content-Disposition: form-data; name="deployment-name"\r
            \r
            evil\r
            --b\r
            Content-Disposition: form-data; name="evil.bpmn"; filename="evil.bpmn"\r
            Content-Type: text/xml\r
            \r
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">\
            <process id="evil" isExecutable="true" xmlns:c="http://camunda.org/schema/1.0/bpmn" c:historyTimeToLive="1">\
            <startEvent id="start"/></process></definitions>\r
            --b--\r
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcClient jdbc;

    private Task adas;
    private Task reviewers;

    @BeforeEach
    void twoTasks() {
        adas = tasks.newTask();
        adas.setName("Ada's task");
        adas.setAssignee("ada");
        tasks.saveTask(adas);
        reviewers = tasks.newTask();
        reviewers.setName("Reviewers' task");
        tasks.saveTask(reviewers);
        tasks.addCandidateGroup(reviewers.getId(), "reviewers");
    }

    @AfterEach
    void cleanUp() {
        tasks.deleteTask(adas.getId(), true);
        tasks.deleteTask(reviewers.getId(), true);
    }

    @Test
    void theySeeAndClaimTheirOwnTasksOnly() {
        assertThat(seenBy("ada", "My tasks")).contains("Ada's task").doesNotContain("Reviewers");
        assertThat(seenBy("ada", "My groups' tasks")).isEqualTo("[]");
        assertThat(seenBy("liam", "My groups' tasks"))
                .contains("Reviewers' task")
                .doesNotContain("Ada");
        assertThat(seenBy("chloe", "My tasks")).isEqualTo("[]");
        assertThat(seenBy("chloe", "My groups' tasks")).isEqualTo("[]");
        assertThat(program("chloe").get("/engine-rest/task").body()).isEqualTo("[]");
        assertThat(program("chloe").get("/engine-rest/task/" + adas.getId()).statusCode())
                .isIn(403, 404);
        assertThat(program("admin").get("/engine-rest/task").body()).contains("Ada's task", "Reviewers' task");

        String claim = "/engine-rest/task/" + reviewers.getId() + "/claim";
        assertThat(program("chloe").post(claim, "{\"userId\": \"chloe\"}").statusCode())
                .isEqualTo(403);
        assertThat(program("liam").post(claim, "{\"userId\": \"liam\"}").statusCode())
                .isEqualTo(204);
        assertThat(seenBy("liam", "My tasks")).contains("Reviewers' task");
    }

    @Test
    void somebodyElsesTaskCannotBeCompleted() {
        String complete = "/engine-rest/task/" + adas.getId() + "/complete";
        assertThat(program("chloe").post(complete, "{}").statusCode()).isEqualTo(403);
        Visitor inTasklist = Visitor.person(port, "chloe");
        assertThat(inTasklist
                        .postFromTasklist("/camunda/api/engine/engine/default/task/" + adas.getId() + "/complete", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(tasks.createTaskQuery().taskId(adas.getId()).count()).isEqualTo(1);
    }

    @Test
    void onlyAdministratorsDeployAndThatIsInTheAuditLog() {
        String multipart = "multipart/form-data; boundary=b";
        assertThat(program("chloe")
                        .post("/engine-rest/deployment/create", DEPLOYMENT, "Content-Type", multipart)
                        .statusCode())
                .isEqualTo(403);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("evil")
                        .count())
                .isZero();
        assertThat(deploymentsOfEvil()).isEmpty();
        assertThat(program("admin")
                        .post("/engine-rest/deployment/create", DEPLOYMENT, "Content-Type", multipart)
                        .statusCode())
                .isEqualTo(200);
        assertThat(deploymentsOfEvil()).singleElement().asString().startsWith("admin: deployment evil ");
        repository.deleteDeployment(
                repository
                        .createDeploymentQuery()
                        .deploymentName("evil")
                        .singleResult()
                        .getId(),
                true);
    }

    private List<String> deploymentsOfEvil() {
        return jdbc.sql(
                        "select person_id || ': ' || about from audit_entry where kind = :kind and about like '%evil.bpmn%'")
                .param("kind", AuditKind.MODELS_DEPLOYED.key())
                .query(String.class)
                .list();
    }

    @Test
    void theProcessIsVisibleButStartedOnlyByTheApplication() {
        Visitor chloe = program("chloe");
        assertThat(chloe.get("/engine-rest/process-definition/key/postmortem").statusCode())
                .isEqualTo(200);
        assertThat(chloe.get("/engine-rest/process-definition/key/postmortem/xml")
                        .statusCode())
                .isEqualTo(200);
        assertThat(chloe.post("/engine-rest/process-definition/key/postmortem/start", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(chloe.get("/engine-rest/process-instance").body()).isEqualTo("[]");
    }

    @Test
    void personsAndRightsAreInTheHandsOfTheOrganisationFile() {
        Visitor chloe = program("chloe");
        String profile = "{\"id\": \"chloe\", \"firstName\": \"Boss\", \"lastName\": \"\", \"email\": \"x@y.example\"}";
        String everything = "{\"type\": 1, \"permissions\": [\"ALL\"], \"userId\": \"chloe\", \"groupId\": null,"
                + " \"resourceType\": 9, \"resourceId\": \"*\"}";
        List<Integer> answers = List.of(
                chloe.put("/engine-rest/user/chloe/profile", profile).statusCode(),
                chloe.put("/engine-rest/user/chloe/credentials", "{\"password\": \"mine\"}")
                        .statusCode(),
                chloe.delete("/engine-rest/user/chloe").statusCode(),
                chloe.put("/engine-rest/group/camunda-admin/members/chloe", "").statusCode(),
                chloe.post("/engine-rest/authorization/create", everything).statusCode());
        assertThat(answers).allSatisfy(status -> assertThat(status).isIn(400, 403));
        assertThat(chloe.get("/engine-rest/user/chloe/profile").body()).contains("Martin");
        assertThat(chloe.get("/engine-rest/user/ada/profile").body()).contains("Okafor");
    }

    private Visitor program(String person) {
        return Visitor.program(port, person, "demo");
    }

    private String seenBy(String person, String filter) {
        Visitor visitor = program(person);
        String id = visitor.get("/engine-rest/filter?name=" + filter.replace(" ", "%20"))
                .body()
                .replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        return visitor.post("/engine-rest/filter/" + id + "/list", "{}").body();
    }
}
