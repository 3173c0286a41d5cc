package org.postmortemflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postmortemflow.incident.Criterion;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;

/** The decision tables answer whatever they can be asked, and answer one thing. */
class DecisionTablesTest {

    private static final Path FOLDER = Path.of("processes");

    private static final Set<String> ROLES = Set.of(
            "owner",
            "assignee",
            "incident-commander",
            "customer-liaison",
            "support-lead",
            "engineering-manager",
            "director");

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private static final Map<String, DmnDecision> PARSED = new HashMap<>();

    static List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableIsNamedAfterItsFileAndSaysWhatItIsFor(Path file) {
        var model = Dmn.readModelFromFile(file.toFile());

        assertThat(model.getModelElementsByType(Decision.class)).singleElement().satisfies(decision -> {
            assertThat(decision.getId() + ".dmn").isEqualTo(file.getFileName().toString());
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isNotBlank();
            assertThat(decision.getDescription().getTextContent()).isNotBlank();
        });
    }

    /** R1: all 320 cases. Major ones always; lesser ones exactly when one of the criteria holds; the reasons are those that hold. */
    @ParameterizedTest
    @EnumSource(Severity.class)
    void everyIncidentIsEitherRequiredOrNot(Severity severity) {
        Criterion[] criteria = Criterion.values();
        IntStream.range(0, 1 << criteria.length).forEach(bits -> {
            Map<String, Object> asked = new HashMap<>(Map.of("severity", severity.key()));
            IntStream.range(0, criteria.length).forEach(i -> asked.put(criteria[i].key(), (bits & 1 << i) != 0));

            DmnDecisionResult answer = ask("postmortem-required", asked);

            boolean required = severity.isMajor() || bits != 0;
            int reasons = Integer.bitCount(bits) + (severity.isMajor() || bits == 0 ? 1 : 0);
            assertThat(answer.<Boolean>collectEntries("required"))
                    .as("%s", asked)
                    .hasSize(reasons)
                    .containsOnly(required);
            assertThat(answer.<String>collectEntries("reason")).doesNotHaveDuplicates();
        });
    }

    /** Repeat until the step is done: there is always a next rung, at a later time. */
    @ParameterizedTest
    @EnumSource(Step.class)
    void theLadderHasNoEnd(Step step) {
        IntStream.rangeClosed(1, 20).forEach(rung -> {
            Map<String, Object> answer = ask("escalation-ladder", Map.of("overdueStep", step.key(), "rung", rung))
                    .getSingleResult();

            assertThat(ROLES).contains(String.valueOf(answer.get("role")));
            assertThat(Duration.parse(String.valueOf(answer.get("next"))))
                    .isBetween(Duration.ofMinutes(15), Duration.ofDays(2));
        });
    }

    /** R9, and the other setting. */
    @Test
    void theMeetingIsDueAsTheSettingSays() {
        assertThat(policy("by-severity", Severity.SEV_1)).isEqualTo("3 calendar-days");
        assertThat(Arrays.stream(Severity.values()).skip(1).map(severity -> policy("by-severity", severity)))
                .containsOnly("5 business-days");
        assertThat(Arrays.stream(Severity.values()).map(severity -> policy("five-business-days", severity)))
                .containsOnly("5 business-days");
    }

    private String policy(String rule, Severity severity) {
        Map<String, Object> answer = ask("deadline-policy", Map.of("meetingRule", rule, "severity", severity.key()))
                .getSingleResult();
        return answer.get("amount") + " " + answer.get("unit");
    }

    private DmnDecisionResult ask(String table, Map<String, Object> question) {
        return ENGINE.evaluateDecision(PARSED.computeIfAbsent(table, DecisionTablesTest::parse), question);
    }

    private static DmnDecision parse(String table) {
        return ENGINE.parseDecision(
                table, Dmn.readModelFromFile(FOLDER.resolve(table + ".dmn").toFile()));
    }
}
