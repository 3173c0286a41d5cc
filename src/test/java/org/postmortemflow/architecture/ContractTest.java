package org.postmortemflow.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.postmortemflow.incident.Criterion;
import org.postmortemflow.process.contract.PostmortemModel;
import org.postmortemflow.shared.Step;

/** The names that code and models share are in both. */
class ContractTest {

    private static final Pattern READ = Pattern.compile("[$#]\\{!?\\s*([a-zA-Z]+)");
    private static final Pattern WRITTEN =
            Pattern.compile("(?:outputParameter name|inputParameter name|escalationCodeVariable)=\"(\\w+)\"");
    private static final Pattern DECISION_INPUT =
            Pattern.compile("<inputExpression[^>]*>\\s*<text>(\\w+)</text>", Pattern.DOTALL);
    private static final Pattern ANSWER_READ = Pattern.compile("decisionResult\\.getSingleResult\\(\\)\\.(\\w+)");
    private static final Pattern DECISION_OUTPUT = Pattern.compile("<output [^>]*name=\"(\\w+)\"");

    /** Travels from a listener to a delegate; shown by the filters of Tasklist. */
    private static final Set<String> IN_CODE_ONLY = Set.of("overdueTask", "postmortemTitle");

    private final String processes = texts("processes");
    private final String forms = texts("forms");

    @Test
    void everyNameInCodeIsInAModelOrAForm() {
        assertThat(constants())
                .isNotEmpty()
                .allMatch(name -> IN_CODE_ONLY.contains(name)
                        || Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
                                .matcher(processes + forms)
                                .find());
    }

    @Test
    void everyVariableInAModelIsInCode() {
        Set<String> known = new HashSet<>(constants());
        Arrays.stream(Criterion.values()).map(Criterion::key).forEach(known::add);
        inProcesses(ANSWER_READ).forEach(known::add);

        assertThat(Stream.of(READ, WRITTEN, DECISION_INPUT, DECISION_OUTPUT).flatMap(this::inProcesses))
                .isNotEmpty()
                .filteredOn(name -> !name.endsWith("Delegate") && !name.endsWith("Listener"))
                .allMatch(known::contains);
    }

    @Test
    void everyMessageErrorAndTableInAModelIsInCode() {
        Set<String> known = constants();

        assertThat(ids(Message.class)).isNotEmpty().allMatch(known::contains);
        assertThat(ids(Process.class)).isNotEmpty().allMatch(known::contains);
        assertThat(models().flatMap(model -> model.all(Error.class).stream()).map(Error::getErrorCode))
                .isNotEmpty()
                .allMatch(known::contains);
        assertThat(inProcesses(Pattern.compile("decisionRef=\"([\\w-]+)\"")))
                .isNotEmpty()
                .allMatch(known::contains);
    }

    @Test
    void theUserTasksAreTheSteps() {
        assertThat(models().flatMap(model -> model.all(UserTask.class).stream()))
                .extracting(UserTask::getId, UserTask::getName)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Step.values())
                        .map(step -> org.assertj.core.api.Assertions.tuple(PostmortemModel.taskOf(step), step.label()))
                        .toList());
    }

    @Test
    void everyStepHasAnEscalationOfItsOwn() {
        assertThat(models().flatMap(model -> model.all(Escalation.class).stream()))
                .extracting(Escalation::getEscalationCode)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Step.values()).map(Step::key).toList());
    }

    private static <T extends BaseElement> List<String> ids(Class<T> type) {
        return models().flatMap(model -> model.all(type).stream())
                .map(BaseElement::getId)
                .toList();
    }

    private Stream<String> inProcesses(Pattern pattern) {
        return pattern.matcher(processes).results().map(match -> match.group(1));
    }

    /** Every text that a class of the contract holds, also in its maps. */
    private static Set<String> constants() {
        return new ClassFileImporter()
                .importPackages(PostmortemModel.class.getPackageName()).stream()
                        .flatMap(type -> Arrays.stream(type.reflect().getDeclaredFields()))
                        .filter(field -> !field.isSynthetic())
                        .flatMap(ContractTest::texts)
                        .collect(toSet());
    }

    private static Stream<String> texts(Field field) {
        try {
            field.setAccessible(true);
            Object value = field.get(null);
            return value instanceof Map<?, ?> map ? map.values().stream().map(String::valueOf) : Stream.of("" + value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Model> models() {
        return Model.in(Path.of("processes")).stream();
    }

    private static String texts(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
