package org.postmortemflow.process.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** CVE-2026-109432: no expression that comes in with a query is evaluated, whatever the way in. */
@DoorTest
class ExpressionWallTest {

    private static final String EVIL = "\"assigneeExpression\": \"" + DoorTest.Trap.EXPRESSION + "\"";

    private static final List<String> BODIES = List.of(
            "{" + EVIL + "}",
            "{\"orQueries\": [{" + EVIL + "}]}",
            "{\"orQueries\": [{\"assignee\": \"ada\"}, {\"name\": \"x\", \"dueBeforeExpression\": \"${trap.spring()}\"}]}",
            "{\"orQueries\": [{\"assignee\": \"ada\", \"orQueries\": [{" + EVIL + "}]}]}",
            "{\"orQueries\": [{\"candidateGroupsExpression\": \"${trap.spring()}\"}]}");

    private static final List<String> HAL = List.of("Accept", "application/hal+json");

    private record WayIn(String name, String path, List<String> headers) {

        @Override
        public String toString() {
            return name;
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private FilterService filters;

    @Autowired
    private DoorTest.Trap trap;

    private int before;

    @BeforeEach
    void count() {
        before = trap.times();
    }

    static Stream<WayIn> waysIn() {
        return Stream.of(
                new WayIn("list", "/task", List.of()),
                new WayIn("page", "/task?firstResult=0&maxResults=1", List.of()),
                new WayIn("count", "/task/count", List.of()),
                new WayIn("filter list", "/filter/{id}/list", List.of()),
                new WayIn("filter page", "/filter/{id}/list?firstResult=0&maxResults=1", List.of()),
                new WayIn("filter list, HAL", "/filter/{id}/list", HAL),
                new WayIn("filter count", "/filter/{id}/count", List.of()),
                new WayIn("filter single result", "/filter/{id}/singleResult", List.of()),
                new WayIn("filter single result, HAL", "/filter/{id}/singleResult", HAL));
    }

    @ParameterizedTest
    @MethodSource("waysIn")
    void restRefusesIt(WayIn way) {
        Visitor chloe = Visitor.program(port, "chloe", "demo");
        refused(way, body -> chloe.post("/engine-rest" + addressed(way), body, headers(way)));
    }

    @ParameterizedTest
    @MethodSource("waysIn")
    void tasklistRefusesIt(WayIn way) {
        Visitor chloe = Visitor.person(port, "chloe");
        refused(
                way,
                body -> chloe.postFromTasklist(
                        "/camunda/api/engine/engine/default" + addressed(way), body, headers(way)));
    }

    @Test
    void restRefusesItForTheNamedEngineToo() {
        Visitor chloe = Visitor.program(port, "chloe", "demo");
        for (String path : List.of("/task", "/task/count", "/filter/" + anyFilter() + "/list")) {
            assertThat(chloe.post("/engine-rest/engine/default" + path, BODIES.get(1))
                            .statusCode())
                    .as(path)
                    .isEqualTo(400);
        }
        assertThat(trap.times()).isEqualTo(before);
    }

    @Test
    void aQueryInTheAddressIsRefusedToo() {
        Visitor chloe = Visitor.program(port, "chloe", "demo");
        String query = "?assigneeExpression=%24%7Btrap.spring()%7D";
        for (String path : List.of("/task", "/task/count")) {
            assertThat(chloe.get("/engine-rest" + path + query).statusCode())
                    .as(path)
                    .isEqualTo(400);
            assertThat(chloe.get("/engine-rest" + path + query, "Accept", "application/hal+json")
                            .statusCode())
                    .as(path)
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(trap.times()).isEqualTo(before);
    }

    @Test
    void administratorsAreRefusedAlike() {
        Visitor admin = Visitor.program(port, "admin", "demo");
        for (String body : BODIES) {
            assertThat(admin.post("/engine-rest/task", body).statusCode()).isEqualTo(400);
        }
        assertThat(trap.times()).isEqualTo(before);
    }

    @Test
    void ordinaryPeopleCannotStoreAnExpressionInAFilter() {
        Visitor chloe = Visitor.program(port, "chloe", "demo");
        String filter = "{\"resourceType\": \"Task\", \"name\": \"evil\", \"query\": {" + EVIL + "}}";
        assertThat(chloe.post("/engine-rest/filter/create", filter).statusCode())
                .isEqualTo(403);
        assertThat(chloe.put("/engine-rest/filter/" + anyFilter(), filter).statusCode())
                .isEqualTo(403);
        assertThat(chloe.delete("/engine-rest/filter/" + anyFilter()).statusCode())
                .isEqualTo(403);
        assertThat(filters.createFilterQuery().filterName("evil").count()).isZero();
        assertThat(trap.times()).isEqualTo(before);
    }

    @Test
    void queriesWithoutExpressionsAreAnswered() {
        Visitor chloe = Visitor.program(port, "chloe", "demo");
        String harmless = "{\"orQueries\": [{\"assignee\": \"chloe\", \"candidateGroup\": \"team-payments\"}]}";
        for (String path : List.of("/task", "/task/count", "/filter/" + anyFilter() + "/list")) {
            assertThat(chloe.post("/engine-rest" + path, harmless).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        for (String path : List.of("/process-instance", "/history/process-instance", "/history/task")) {
            assertThat(chloe.post("/engine-rest" + path, "{\"orQueries\": [{\"processDefinitionKey\": \"x\"}]}")
                            .statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void storedFiltersKeepTheirExpressions() {
        Filter trapped = filters.newTaskFilter("trapped");
        trapped.setQuery(new TaskQueryImpl().taskAssigneeExpression(DoorTest.Trap.EXPRESSION));
        filters.saveFilter(trapped);
        try {
            HttpResponse<String> answer = Visitor.program(port, "admin", "demo")
                    .post("/engine-rest/filter/" + trapped.getId() + "/list", "{\"name\": \"nothing\"}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(trap.times()).as("so the trap does work").isGreaterThan(before);
        } finally {
            filters.deleteFilter(trapped.getId());
        }
    }

    private void refused(WayIn way, Function<String, HttpResponse<String>> attempt) {
        for (String body : BODIES) {
            HttpResponse<String> answer = attempt.apply(body);
            assertThat(answer.statusCode())
                    .as(way + " " + body + " " + answer.body())
                    .isEqualTo(400);
        }
        assertThat(trap.times()).isEqualTo(before);
    }

    private String addressed(WayIn way) {
        return way.path().replace("{id}", anyFilter());
    }

    private static String[] headers(WayIn way) {
        return way.headers().toArray(String[]::new);
    }

    private String anyFilter() {
        return filters.createFilterQuery().filterName("My tasks").singleResult().getId();
    }
}
