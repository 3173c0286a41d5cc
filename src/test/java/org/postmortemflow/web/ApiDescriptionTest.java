package org.postmortemflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** REST describes itself whole, in a form that a linter takes; and all its errors have one form. */
@ApplicationTest
class ApiDescriptionTest {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    /** Method, path, and what is said of it. */
    private record Described(String name, JsonNode operation) {}

    @Test
    void everyOperationSaysWhatItDoesAndWhatMayGoWrong() throws Exception {
        SoftAssertions all = new SoftAssertions();
        List<Described> operations = operations();
        for (Described one : operations) {
            JsonNode operation = one.operation();
            all.assertThat(operation.path("summary").asText())
                    .as(one.name() + ": summary")
                    .isNotBlank();
            all.assertThat(operation.path("description").asText())
                    .as(one.name() + ": description")
                    .isNotBlank();
            all.assertThat(operation.path("responses").fieldNames())
                    .toIterable()
                    .as(one.name() + ": answers")
                    .anyMatch(status -> status.startsWith("2"))
                    .anyMatch(status -> status.startsWith("4"));
            operation
                    .path("responses")
                    .properties()
                    .forEach(answer -> all.assertThat(
                                    answer.getValue().path("description").asText())
                            .as("%s: what %s means", one.name(), answer.getKey())
                            .isNotBlank());
            if (one.name().contains(" /api/")) {
                all.assertThat(operation.path("security").toString()).contains("accessToken", "password");
                all.assertThat(operation.path("responses").has("401"))
                        .as(one.name() + ": 401")
                        .isTrue();
            }
        }
        all.assertAll();
        assertThat(operations)
                .hasSizeGreaterThan(30)
                .extracting(one -> one.operation().path("operationId").asText())
                .doesNotHaveDuplicates()
                .noneMatch(id -> id.contains("_"));
    }

    /** To be put into {@code openapi/examples.yaml}. */
    @Test
    void everyOperationThatTakesOrAnswersJsonShowsAnExample() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (Described one : operations()) {
            String id = one.name() + " (" + one.operation().path("operationId").asText() + ")";
            hasExample(all, id + " takes", one.operation().path("requestBody").path("content"));
            one.operation().path("responses").properties().forEach(answer -> {
                if (answer.getKey().startsWith("2")) {
                    hasExample(all, id + " answers", answer.getValue().path("content"));
                }
            });
        }
        all.assertAll();
    }

    private static void hasExample(SoftAssertions all, String what, JsonNode content) {
        JsonNode body = content.path("application/json");
        if (!body.isMissingNode()) {
            all.assertThat(body.has("example") || body.has("examples")).as(what).isTrue();
        }
    }

    @Test
    void aLinterFindsNothingToMend() throws Exception {
        NodeTools.need("@redocly/cli");
        Path file = Files.createDirectories(Path.of("target")).resolve("openapi.json");
        Files.writeString(file, description());

        NodeTools.run(
                "@redocly/cli/bin/cli.js",
                "lint",
                "--config",
                "redocly.yaml",
                file.toAbsolutePath().toString());
    }

    @Test
    void whateverGoesWrongIsToldAsProblemJson() throws Exception {
        problem(get("/api/nothing"), 404);
        problem(get("/api/postmortems/no-id"), 404);
        problem(get("/api/postmortems?size=many"), 400)
                .andExpect(jsonPath("$.errors[0].field").value("size"));
        problem(put("/api/postmortems"), 405);
        problem(post("/api/incidents").contentType(MediaType.TEXT_PLAIN).content("x"), 415);
        problem(post("/api/incidents").contentType(MediaType.APPLICATION_JSON).content("{"), 400);
        problem(get("/api/postmortems").accept(MediaType.APPLICATION_XML), 406);
    }

    private ResultActions problem(MockHttpServletRequestBuilder request, int status) throws Exception {
        return web.perform(request.with(httpBasic("ada", "demo")))
                .andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }

    private List<Described> operations() throws Exception {
        List<Described> operations = new ArrayList<>();
        json.readTree(description())
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(
                                new Described(operation.getKey() + " " + path.getKey(), operation.getValue()))));
        return operations;
    }

    private String description() throws Exception {
        return web.perform(get("/v3/api-docs").with(httpBasic("ada", "demo")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
