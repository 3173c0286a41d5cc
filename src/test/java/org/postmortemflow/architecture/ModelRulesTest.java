package org.postmortemflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule leaves the upright model alone and catches it when it is spoilt in the one place that the rule looks at. */
class ModelRulesTest {

    private final String upright = Files.readString(Path.of("src/test/resources/architecture/upright.bpmn"));

    ModelRulesTest() throws IOException {}

    @ParameterizedTest
    @MethodSource("spoilt")
    void aRuleCatchesWhatItIsFor(Function<Model, List<String>> rule, String good, String bad, String finding) {
        String spoilt = upright.replace(good, bad);

        assertThat(spoilt).isNotEqualTo(upright);
        assertThat(rule.apply(Model.parse("upright", upright))).isEmpty();
        assertThat(rule.apply(Model.parse("upright", spoilt))).anyMatch(found -> found.contains(finding));
    }

    static Stream<Arguments> spoilt() {
        return Stream.of(
                spoilt(m -> new ModelRules(m).badlyNamed(), "StartEvent_WorkAsked", "Start_1", "Start_1"),
                spoilt(m -> new ModelRules(m).badlyNamed(), "Flow_WorkGiven", "Flow_workGiven", "Flow_workGiven"),
                spoilt(m -> new ModelRules(m).badlyNamed(), "Escalation_WorkOverdue", "Esc_WorkOverdue", "Esc_"),
                spoilt(m -> new ModelRules(m).badlyNamed(), "\"upright\"", "\"other\"", "process other"),
                spoilt(
                        m -> new ModelRules(m).notDrawn(),
                        "bpmnElement=\"Task_SendThanks\"",
                        "bpmnElement=\"Task_DoWork\"",
                        "Task_SendThanks is not drawn"),
                spoilt(
                        m -> new ModelRules(m).notDrawn(),
                        "bpmnElement=\"Flow_ThanksSent\"",
                        "bpmnElement=\"Flow_WorkGiven\"",
                        "Flow_ThanksSent is not drawn"),
                spoilt(
                        m -> new ModelRules(m).asynchronousWithoutRetryCycle(),
                        "<camunda:failedJobRetryTimeCycle>PT10S</camunda:failedJobRetryTimeCycle>",
                        "",
                        "Task_SendThanks"),
                spoilt(m -> new ModelRules(m).keptForEver(), " camunda:historyTimeToLive=\"P1D\"", "", "upright"),
                spoilt(m -> new ModelRules(m).timersThatCompute(), ">${doWorkDue}<", ">2026-06-10T12:00Z<", "Timer_"),
                spoilt(m -> new ModelRules(m).unwatchedSteps(), "cancelActivity=\"false\" ", "", "Task_DoWork"),
                spoilt(m -> new ModelRules(m).unwatchedSteps(), ">${doWorkDue}<", ">${otherDue}<", "Task_DoWork"),
                spoilt(m -> new ModelRules(m).unwatchedSteps(), "Code=\"do-work\"", "Code=\"dont\"", "Task_DoWork"),
                spoilt(
                        m -> new ModelRules(m).branchesWithoutCondition(),
                        " default=\"Flow_WorkAcceptedNo\"",
                        "",
                        "Flow_WorkAcceptedNo"),
                spoilt(
                        m -> new ModelRules(m).undocumentedTasks(),
                        "<bpmn:documentation>Somebody does it.</bpmn:documentation>",
                        "",
                        "Task_DoWork"),
                spoilt(m -> new LabelRules(m).tasksThatAreNotVerbAndObject(), "Send thanks", "Thanks", "Thanks"),
                spoilt(m -> new LabelRules(m).tasksThatAreNotVerbAndObject(), "Send thanks", "Thanks mail", "mail"),
                spoilt(
                        m -> new LabelRules(m).eventsThatAreNotObjectAndState(),
                        "Work done",
                        "Done",
                        "EndEvent_WorkDone"),
                spoilt(m -> new LabelRules(m).eventsThatAreNotObjectAndState(), "Work done", "Is it done?", "Is it"),
                spoilt(m -> new LabelRules(m).splitsThatDoNotAsk(), "Work accepted?", "Work accepted", "Gateway_"),
                spoilt(
                        m -> new LabelRules(m).joinsThatSpeak(),
                        "<bpmn:outgoing>Flow_WorkAcceptedNo</bpmn:outgoing>",
                        "",
                        "Gateway_WorkAccepted"),
                spoilt(m -> new LabelRules(m).flowsThatDoNotAnswer(), " name=\"Yes\"", "", "Flow_WorkAcceptedYes"),
                spoilt(
                        m -> new LabelRules(m).flowsThatDoNotAnswer(),
                        "id=\"Flow_ThanksSent\"",
                        "id=\"Flow_ThanksSent\" name=\"Then\"",
                        "Flow_ThanksSent"));
    }

    private static Arguments spoilt(Function<Model, List<String>> rule, String good, String bad, String finding) {
        return Arguments.of(rule, good, bad, finding);
    }
}
