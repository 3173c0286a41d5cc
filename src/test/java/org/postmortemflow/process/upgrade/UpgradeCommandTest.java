package org.postmortemflow.process.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postmortemflow.process.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ProcessTest
@ExtendWith(OutputCaptureExtension.class)
class UpgradeCommandTest {

    @Autowired
    ModelUpgrade upgrade;

    @Autowired
    RepositoryService models;

    @Test
    void anotherWordThanTheTwoDoesNothingAndIsToldWhichThereAre(CapturedOutput output) throws Exception {
        UpgradeCommand command = new UpgradeCommand("now", upgrade, models);

        command.run(new DefaultApplicationArguments());

        assertThat(output.getOut()).contains("takes one of two words, dry-run or run. Nothing was done.");
        assertThat(command.getExitCode()).isEqualTo(1);
    }

    @Test
    void aTriedUpgradeEndsWellWhenNothingStaysBehind(CapturedOutput output) throws Exception {
        UpgradeCommand command = new UpgradeCommand("dry-run", upgrade, models);

        command.run(new DefaultApplicationArguments());

        assertThat(output.getOut()).contains("nothing was changed");
        assertThat(command.getExitCode()).isZero();
    }
}
