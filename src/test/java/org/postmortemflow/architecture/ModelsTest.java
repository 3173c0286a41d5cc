package org.postmortemflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models of the product hold the rules. */
class ModelsTest {

    static List<Model> models() {
        return Model.in(Path.of("processes"));
    }

    @Test
    void theProcessIsAmongThem() {
        assertThat(models()).extracting(Model::name).contains("postmortem");
    }

    @ParameterizedTest
    @MethodSource("models")
    void idsFollowTheNamesOfTheHouse(Model model) {
        assertThat(new ModelRules(model).badlyNamed()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingIsDrawn(Model model) {
        assertThat(new ModelRules(model).notDrawn()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatRunsAsynchronouslyHasItsOwnRetries(Model model) {
        assertThat(new ModelRules(model).asynchronousWithoutRetryCycle()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void historyIsNotKeptForEver(Model model) {
        assertThat(new ModelRules(model).keptForEver()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void timersReadInstants(Model model) {
        assertThat(new ModelRules(model).timersThatCompute()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyStepIsWatched(Model model) {
        assertThat(new ModelRules(model).unwatchedSteps()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void branchesHaveConditions(Model model) {
        assertThat(new ModelRules(model).branchesWithoutCondition()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void tasksSayWhatTheyAreFor(Model model) {
        assertThat(new ModelRules(model).undocumentedTasks()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void labelsReadAsSentences(Model model) {
        LabelRules labels = new LabelRules(model);

        assertThat(labels.tasksThatAreNotVerbAndObject()).isEmpty();
        assertThat(labels.eventsThatAreNotObjectAndState()).isEmpty();
        assertThat(labels.splitsThatDoNotAsk()).isEmpty();
        assertThat(labels.joinsThatSpeak()).isEmpty();
        assertThat(labels.flowsThatDoNotAnswer()).isEmpty();
    }
}
