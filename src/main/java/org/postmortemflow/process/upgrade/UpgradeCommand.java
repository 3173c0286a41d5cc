package org.postmortemflow.process.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The program as a command, {@code --postmortem.upgrade=dry-run} or {@code run}: prints the report; 0 when nothing stays, else 1. */
@Component
@Profile(UpgradeProfile.NAME)
class UpgradeCommand implements ApplicationRunner, ExitCodeGenerator {

    private enum Mode {
        DRY_RUN,
        RUN;

        static Optional<Mode> of(String word) {
            return Arrays.stream(values())
                    .filter(mode ->
                            word.equals(mode.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                    .findFirst();
        }
    }

    private final Optional<Mode> mode;
    private final ModelUpgrade upgrade;
    private final RepositoryService models;
    private int exitCode = 1;

    UpgradeCommand(@Value("${postmortem.upgrade}") String mode, ModelUpgrade upgrade, RepositoryService models) {
        this.mode = Mode.of(mode);
        this.upgrade = upgrade;
        this.models = models;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (mode.isEmpty()) {
            System.out.println("--postmortem.upgrade takes one of two words, dry-run or run. Nothing was done.");
            return;
        }
        if (!newestIsOurs()) {
            System.out.println("The newest models in this database are not those of this program."
                    + " Start a node of this version first: it deploys them.");
            return;
        }
        UpgradeReport report = mode.get() == Mode.RUN ? upgrade.run() : upgrade.dryRun();
        System.out.println(report.text());
        exitCode = report.complete() ? 0 : 1;
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    private boolean newestIsOurs() throws IOException {
        for (ProcessDefinition newest :
                models.createProcessDefinitionQuery().latestVersion().list()) {
            try (InputStream deployed = models.getProcessModel(newest.getId())) {
                ClassPathResource ours = new ClassPathResource("processes/" + newest.getKey() + ".bpmn");
                if (!ours.exists() || !Arrays.equals(deployed.readAllBytes(), ours.getContentAsByteArray())) {
                    return false;
                }
            }
        }
        return true;
    }
}
