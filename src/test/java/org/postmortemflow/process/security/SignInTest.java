package org.postmortemflow.process.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.process.security.Visitor.header;
import static org.postmortemflow.process.security.Visitor.location;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DoorTest
class SignInTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    private int port;

    @Test
    void oneSignInOpensOurPagesTasklistAndItsRest() {
        Visitor chloe = Visitor.person(port, "chloe");
        assertThat(chloe.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(chloe.get("/camunda/api/admin/auth/user/default").body())
                .contains("\"userId\":\"chloe\"", "tasklist")
                .doesNotContain("cockpit", "\"admin\"");
        assertThat(chloe.get(ENGINE + "/filter?resourceType=Task").body())
                .contains("My tasks", "My groups' tasks", "Overdue")
                .doesNotContain("All tasks");
        assertThat(chloe.postFromTasklist(ENGINE + "/task", "{}").statusCode()).isEqualTo(200);
        assertThat(chloe.get("/v3/api-docs").statusCode()).isEqualTo(200);
    }

    @Test
    void administratorsOpenCockpitAndAdminToo() {
        Visitor admin = Visitor.person(port, "admin");
        for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
            assertThat(admin.get("/camunda/app/" + app + "/default/").statusCode())
                    .as(app)
                    .isEqualTo(200);
        }
        assertThat(admin.get(ENGINE + "/filter?resourceType=Task").body()).contains("All tasks");
        Visitor chloe = Visitor.person(port, "chloe");
        assertThat(chloe.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
        assertThat(chloe.get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
    }

    @Test
    void nothingIsOpenToStrangersButSignInStylesAndHealth() {
        Visitor stranger = Visitor.stranger(port);
        for (String path : List.of("/", "/postmortems/1", "/mailbox", TASKLIST, "/camunda/app/admin/default/setup/")) {
            HttpResponse<String> answer = stranger.get(path, "Accept", "text/html");
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(location(answer)).endsWith("/login");
        }
        for (String path : List.of(
                ENGINE + "/task",
                "/camunda/api/admin/auth/user/default",
                "/api/postmortems",
                "/engine-rest/task",
                "/engine-rest/engine",
                "/v3/api-docs")) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(401);
        }
        for (String path : List.of("/login", "/app.css", "/document.css", "/favicon.svg", "/actuator/health")) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(stranger.get("/h2-console", "Accept", "text/html").statusCode())
                .isEqualTo(302);
        assertThat(stranger.get("/actuator/health").body()).doesNotContain("components");
    }

    @Test
    void aWrongPasswordAndAnUnknownPersonAreAnsweredAlike() {
        Visitor stranger = Visitor.stranger(port);
        assertThat(location(stranger.logIn("ada", "wrong"))).endsWith("/login?why=failed");
        assertThat(location(stranger.logIn("nobody", "demo"))).endsWith("/login?why=failed");
        assertThat(stranger.get("/login?why=failed").body()).contains("do not go together");
        assertThat(stranger.get(TASKLIST, "Accept", "text/html").statusCode()).isEqualTo(302);
    }

    @Test
    void afterSignInAPersonComesBackToThePageThatWasAskedFor() {
        Visitor ada = Visitor.stranger(port);
        ada.get(TASKLIST, "Accept", "text/html");
        ada.get(ENGINE + "/task", "Accept", "text/html, application/json");
        assertThat(location(ada.logIn("ada", "demo"))).contains(TASKLIST);
    }

    @Test
    void loggingOutOfTasklistLogsOutEverywhere() {
        Visitor ada = Visitor.person(port, "ada");
        assertThat(ada.postFromTasklist("/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(ada.get(ENGINE + "/task").statusCode()).isEqualTo(401);
        assertThat(location(ada.get("/", "Accept", "text/html"))).endsWith("/login");
        assertThat(location(ada.logIn("ada", "demo"))).doesNotContain("login");
        ada.get(TASKLIST);
        assertThat(ada.postFromTasklist(ENGINE + "/task", "{}").statusCode())
                .as("a new session has a new token")
                .isEqualTo(200);
    }

    @Test
    void loggingOutOfOurPagesLogsOutEverywhere() {
        Visitor ada = Visitor.person(port, "ada");
        ada.get(TASKLIST);
        assertThat(ada.postForm("/logout").statusCode()).as("without a token").isEqualTo(403);
        HttpResponse<String> left = ada.postForm("/logout", "_csrf", ada.token("/login"));
        assertThat(location(left)).endsWith("/login?why=left");
        assertThat(ada.get(ENGINE + "/task").statusCode()).isEqualTo(401);
    }

    @Test
    void aFormThatOutlivedItsSessionLeadsToTheSignIn() {
        HttpResponse<String> late = Visitor.stranger(port).postForm("/incidents/new", "_csrf", "old", "title", "x");
        assertThat(late.statusCode()).isEqualTo(302);
        assertThat(location(late)).endsWith("/login?why=expired");
    }

    @Test
    void springsTokenAndTasklistsTokenDoNotMeet() {
        Visitor ada = Visitor.person(port, "ada");
        assertThat(ada.cookie("XSRF-TOKEN")).isEmpty();
        assertThat(ada.postFromTasklist(ENGINE + "/task", "{}").statusCode()).isEqualTo(200);
        assertThat(ada.get("/login").statusCode()).isEqualTo(200);
        assertThat(ada.postFromTasklist(ENGINE + "/task", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void aForgedRequestToTheEngineIsRefused() {
        Visitor ada = Visitor.person(port, "ada");
        ada.get(TASKLIST);
        assertThat(ada.post(ENGINE + "/task", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void programsSignInWithBasicAndGetNoSession() {
        Visitor ada = Visitor.program(port, "ada", "demo");
        HttpResponse<String> answer = ada.get("/engine-rest/user?id=ada");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Okafor");
        assertThat(header(answer, "Set-Cookie")).isEmpty();
        assertThat(ada.get("/v3/api-docs").statusCode()).isEqualTo(200);
        assertThat(Visitor.program(port, "ada", "wrong")
                        .get("/engine-rest/task")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Visitor.program(port, "nobody", "demo")
                        .get("/engine-rest/task")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aSessionDoesNotOpenRestForPrograms() {
        Visitor ada = Visitor.person(port, "ada");
        assertThat(ada.get("/engine-rest/task").statusCode()).isEqualTo(401);
        assertThat(ada.get("/api/postmortems").statusCode()).isEqualTo(401);
    }

    @Test
    void anotherSitesFormCannotUseBasicCredentialsThatABrowserKept() {
        Visitor admin = Visitor.program(port, "admin", "demo");
        assertThat(admin.post("/engine-rest/task", "{}", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.post("/engine-rest/task", "{}", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void webhooksAreOpenForTheirOwnCheck() {
        assertThat(Visitor.stranger(port).post("/webhooks/nobody", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void ourPagesForbidForeignAndInlineScripts() {
        HttpResponse<String> page = Visitor.stranger(port).get("/login");
        assertThat(header(page, "Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(header(page, "X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(header(page, "X-Frame-Options")).containsExactly("DENY");
        assertThat(header(Visitor.person(port, "ada").get(TASKLIST), "Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("nonce-");
    }

    @Test
    void tasklistIsOursToLookAtAndItsSignInLeadsToOurs() {
        Visitor ada = Visitor.person(port, "ada");
        for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
            assertThat(ada.get("/camunda/app/" + app + "/styles/user-styles.css")
                            .body())
                    .contains(".ce-eol-banner");
            assertThat(ada.get("/camunda/app/" + app + "/scripts/config.js").body())
                    .contains("Postmortem Flow", "../../postmortem-flow.js");
        }
        assertThat(ada.get("/camunda/app/postmortem-flow.js").body()).contains("login");
    }
}
