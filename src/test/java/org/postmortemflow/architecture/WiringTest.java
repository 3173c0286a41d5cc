package org.postmortemflow.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;

/** What the models call exists, and nothing waits to be called in vain. */
class WiringTest {

    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z]*)}");

    @Test
    void everyServiceTaskHasItsDelegateAndEveryDelegateItsTask() {
        Set<String> called = models().flatMap(model -> model.all(ServiceTask.class).stream())
                .map(task -> String.valueOf(task.getCamundaDelegateExpression()))
                .map(WiringTest::bean)
                .collect(toSet());

        assertThat(called).isNotEmpty().isEqualTo(beans("delegate", "Delegate"));
    }

    @Test
    void everyListenerIsListening() {
        Set<String> called = models().flatMap(model -> Stream.concat(
                        model.all(CamundaTaskListener.class).stream()
                                .map(CamundaTaskListener::getCamundaDelegateExpression),
                        model.all(CamundaExecutionListener.class).stream()
                                .map(CamundaExecutionListener::getCamundaDelegateExpression)))
                .map(WiringTest::bean)
                .collect(toSet());

        assertThat(called).isNotEmpty().isEqualTo(beans("listener", "Listener"));
    }

    /** {@code Task_SendInvites} is done by {@code ${sendInvitesDelegate}}; other tasks may share it. */
    @Test
    void aDelegateIsNamedAfterItsTask() {
        Set<String> named = models().flatMap(model -> model.all(ServiceTask.class).stream())
                .map(task -> task.getId().replace("Task_", ""))
                .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1) + "Delegate")
                .collect(toSet());

        assertThat(named).containsAll(beans("delegate", "Delegate"));
    }

    private static Stream<Model> models() {
        return Model.in(Path.of("processes")).stream();
    }

    private static String bean(String expression) {
        return BEAN.matcher(expression)
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElse(expression);
    }

    private static Set<String> beans(String folder, String ending) {
        return new ClassFileImporter()
                .importPackages("org.postmortemflow.process." + folder).stream()
                        .filter(type -> type.getSimpleName().endsWith(ending) && type.isAnnotatedWith(Component.class))
                        .map(JavaClass::getSimpleName)
                        .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                        .collect(toSet());
    }
}
