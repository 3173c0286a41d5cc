package org.postmortemflow.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postmortemflow.shared.Step;

/** Each step has one form for Tasklist and one on our page, and both ask the same. */
class FormsTest {

    private static final Path FORMS = Path.of("forms");
    private static final Path PAGES = Path.of("src/main/resources/templates/steps");

    /** Components that Tasklist's form-js 1.8 cannot carry (it renders them, or dies, without a way to complete). */
    private static final Set<String> BROKEN = Set.of("filepicker", "documentPreview", "iframe", "image", "dynamiclist");

    private static final Set<String> TEXTS = Set.of("textfield", "textarea");

    @Test
    void everyUserTaskNamesAFormThatExists() {
        assertThat(userTasks())
                .isNotEmpty()
                .allSatisfy(task -> assertThat(FORMS.resolve(formOf(task))).exists());
    }

    /** From Tasklist's task to our page. */
    @Test
    void everyFormLeadsToThePostmortemsPage() throws IOException {
        try (Stream<Path> files = Files.list(FORMS)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).as(file.toString()).contains("postmortemUrl");
            }
        }
    }

    @Test
    void everyFormBelongsToAUserTask() throws IOException {
        Set<String> named = userTasks().map(FormsTest::formOf).collect(toSet());

        try (Stream<Path> files = Files.list(FORMS)) {
            assertThat(files.map(file -> file.getFileName().toString())).allMatch(named::contains);
        }
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aFormHoldsWhatTasklistCanCarry(Step step) throws IOException {
        Path file = FORMS.resolve(step.key() + ".form");
        if (!Files.exists(file)) {
            return;
        }
        JsonNode form = new ObjectMapper().readTree(file.toFile());

        assertThat(form.path("id").asText()).isEqualTo(step.key());
        assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        assertThat(components(form)).isNotEmpty().allSatisfy(component -> {
            assertThat(component.path("type").asText()).isNotIn(BROKEN);
            if (TEXTS.contains(component.path("type").asText())) {
                assertThat(component.path("validate").path("maxLength").asInt())
                        .as("maxLength of %s", component.path("key").asText())
                        .isBetween(1, 4000);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void ourPageAsksWhatTasklistAsks(Step step) throws IOException {
        String page = Files.readString(PAGES.resolve(step.key() + ".html"));

        assertThat(page).contains("th:fragment=\"fields\"");
        Path file = FORMS.resolve(step.key() + ".form");
        if (Files.exists(file)) {
            assertThat(components(new ObjectMapper().readTree(file.toFile())))
                    .filteredOn(component -> component.has("key"))
                    .extracting(component -> component.path("key").asText())
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(page).contains("'" + key + "'"));
        }
    }

    /** The form's file by the rule of names; fails when the task names another one. */
    private static String formOf(UserTask task) {
        String name = Model.kebab(task.getId());
        if (task.getCamundaFormKey() != null) {
            assertThat(task.getCamundaFormKey()).isEqualTo("embedded:deployment:forms/" + name + ".html");
            return name + ".html";
        }
        assertThat(task.getCamundaFormRef()).isEqualTo(name);
        assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
        return name + ".form";
    }

    private static Stream<UserTask> userTasks() {
        return Model.in(Path.of("processes")).stream().flatMap(model -> model.all(UserTask.class).stream());
    }

    private static List<JsonNode> components(JsonNode parent) {
        List<JsonNode> all = new ArrayList<>();
        parent.path("components").forEach(component -> {
            all.add(component);
            all.addAll(components(component));
        });
        return all;
    }
}
