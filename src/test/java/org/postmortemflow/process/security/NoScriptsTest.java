package org.postmortemflow.process.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A model that an administrator deploys runs no script; and nobody else deploys one, by REST or from the engine's pages. */
@DoorTest
class NoScriptsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private DoorTest.Trap trap;

    @AfterEach
    void cleanUp() {
        repository
                .createDeploymentQuery()
                .deploymentName("script")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "feel", "python"})
    void noLanguageIsSpoken(String language) {
        Visitor admin = Visitor.program(port, "admin", "demo");
        int before = trap.times();

        assertThat(deploy(admin, "/engine-rest", language).statusCode()).isEqualTo(200);
        HttpResponse<String> start = admin.post("/engine-rest/process-definition/key/scripted/start", "{}");

        assertThat(start.statusCode()).isEqualTo(500);
        assertThat(start.body()).contains("Can't find scripting engine for '" + language + "'");
        assertThat(trap.times()).isEqualTo(before);
    }

    @Test
    void ordinaryPeopleDeployNothingFromRestNorFromTheEnginesPages() {
        Visitor program = Visitor.program(port, "chloe", "demo");
        assertThat(deploy(program, "/engine-rest", "juel").statusCode()).isEqualTo(403);
        assertThat(deploy(program, "/engine-rest/engine/default", "juel").statusCode())
                .isEqualTo(403);
        Visitor chloe = Visitor.person(port, "chloe");
        chloe.get("/camunda/app/tasklist/default/");
        assertThat(deploy(
                                chloe,
                                "/camunda/api/engine/engine/default",
                                "juel",
                                "X-XSRF-TOKEN",
                                chloe.cookie("XSRF-TOKEN"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("scripted")
                        .count())
                .isZero();
    }

    private static HttpResponse<String> deploy(Visitor visitor, String root, String language, String... headers) {
        String body = """
                --b\r
                Content-Disposition: form-data; name="deployment-name"\r
                \r
                script\r
                --b\r
                Content-Disposition: form-data; name="scripted.bpmn"; filename="scripted.bpmn"\r
                Content-Type: text/xml\r
                \r
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">\
                <process id="scripted" isExecutable="true" xmlns:c="http://camunda.org/schema/1.0/bpmn"\
                 c:historyTimeToLive="1"><startEvent id="start"/>\
                <sequenceFlow id="flow" sourceRef="start" targetRef="script"/>\
                <scriptTask id="script" scriptFormat="%s"><script>%s</script></scriptTask></process></definitions>\r
                --b--\r
                """.formatted(language, DoorTest.Trap.EXPRESSION);
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "multipart/form-data; boundary=b";
        return visitor.post(root + "/deployment/create", body, all);
    }
}
