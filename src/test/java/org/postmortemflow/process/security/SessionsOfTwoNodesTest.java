package org.postmortemflow.process.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.process.security.Visitor.location;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postmortemflow.Nodes;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever is signed in on one node is signed in on all of them, in our pages and in the engine's. */
class SessionsOfTwoNodesTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String TASKS = "/camunda/api/engine/engine/default/task";

    private static Nodes nodes;
    private static ConfigurableApplicationContext first;
    private static ConfigurableApplicationContext second;

    @BeforeAll
    static void twoNodes() {
        nodes = new Nodes(List.of(
                "camunda.bpm.job-execution.enabled=false",
                "postmortem.outbox.relay-enabled=false",
                "postmortem.reminders.enabled=false"));
        first = nodes.start();
        second = nodes.start();
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @Test
    void aSignInOnOneNodeIsGoodForOurPagesAndForTasklistOnTheOther() {
        Visitor chloe = Visitor.person(Nodes.port(first), "chloe");
        assertThat(chloe.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(chloe.postFromTasklist(TASKS, "{}").statusCode()).isEqualTo(200);

        Visitor elsewhere = chloe.at(Nodes.port(second));
        assertThat(elsewhere.get("/", "Accept", "text/html").body()).contains("Chloé Martin");
        assertThat(elsewhere.get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"chloe\"");
        assertThat(elsewhere.postFromTasklist(TASKS, "{}").statusCode())
                .as("the engine's own token against forged requests")
                .isEqualTo(200);
        assertThat(elsewhere.post(TASKS, "{}", "X-XSRF-TOKEN", "forged").statusCode())
                .as("a wrong one")
                .isEqualTo(403);
    }

    @Test
    void aFormOfOneNodeIsTakenByTheOtherWhichSaysSoAfterwardsOnTheFirst() {
        Visitor ada = Visitor.person(Nodes.port(first), "ada");
        String token = ada.token("/settings/tokens");

        Visitor elsewhere = ada.at(Nodes.port(second));
        HttpResponse<String> made =
                elsewhere.postForm("/settings/tokens", "_csrf", token, "name", "report", "scopes", "read", "days", "7");
        assertThat(made.statusCode()).isEqualTo(302);
        assertThat(ada.get("/settings/tokens", "Accept", "text/html").body())
                .contains("Your new token: report")
                .contains("pmf_");
        assertThat(elsewhere.get("/settings/tokens", "Accept", "text/html").body())
                .as("only once")
                .doesNotContain("Your new token");
    }

    @Test
    void whoLogsOutIsLoggedOutEverywhere() {
        Visitor ada = Visitor.person(Nodes.port(first), "ada");
        Visitor elsewhere = ada.at(Nodes.port(second));
        assertThat(elsewhere.get("/").statusCode()).isEqualTo(200);
        assertThat(elsewhere
                        .postForm("/logout", "_csrf", elsewhere.token("/settings/tokens"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(location(ada.get("/", "Accept", "text/html"))).endsWith("/login");
    }

    @Test
    void aSessionOutlivesANodeThatStops() {
        ConfigurableApplicationContext third = nodes.start();
        Visitor liam = Visitor.person(Nodes.port(third), "liam");
        third.close();
        assertThat(liam.at(Nodes.port(first)).get("/", "Accept", "text/html").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSessionThatAnotherVersionWroteAsksForASignInAndIsNoError() {
        Visitor goran = Visitor.person(Nodes.port(first), "goran");
        JdbcClient.create(first.getBean(javax.sql.DataSource.class)).sql("""
                        update spring_session_attributes set attribute_bytes = '\\xaced00057372000361626300'
                        where session_primary_id in (select primary_id from spring_session where principal_name = 'goran')
                        """).update();
        HttpResponse<String> answer = goran.get("/", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/login");
        assertThat(location(goran.logIn("goran", "demo"))).doesNotContain("login");
        assertThat(goran.get("/", "Accept", "text/html").statusCode()).isEqualTo(200);
    }
}
