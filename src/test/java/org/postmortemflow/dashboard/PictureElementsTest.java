package org.postmortemflow.dashboard;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.postmortemflow.shared.Step;

/** The picture draws the model that runs, with the viewer that the tools name. */
class PictureElementsTest {

    @Test
    void eachStepIsOnThePictureAndEachUserTaskIsAStep() {
        Set<String> tasks = Bpmn.readModelFromFile(
                        Path.of("processes", "postmortem.bpmn").toFile())
                .getModelElementsByType(UserTask.class)
                .stream()
                .map(UserTask::getId)
                .collect(toSet());

        assertThat(Arrays.stream(Step.values()).map(PictureElements::of))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(tasks);
    }

    /** Its licence asks that it comes along, and that the mark in the picture stays. */
    @Test
    void theViewerIsTheOneOfTheToolsWithItsLicence() throws IOException {
        String version = new ObjectMapper()
                .readTree(Path.of("tools", "package.json").toFile())
                .at("/devDependencies/bpmn-js")
                .asText();
        Path served = Path.of("src", "main", "resources", "static", "bpmn-js", version);

        assertThat(served.resolve("LICENSE")).content().contains("watermark must stay fully visible");
        assertThat(served.resolve("bpmn-viewer.production.min.js"))
                .content()
                .contains("bpmn-viewer v" + version)
                .contains("bjs-powered-by");
        assertThat(Files.readString(Path.of("src", "main", "resources", "templates", "dashboard", "process.html")))
                .contains("/bpmn-js/" + version + "/bpmn-viewer.production.min.js");
    }
}
