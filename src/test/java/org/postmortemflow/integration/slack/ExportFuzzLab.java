package org.postmortemflow.integration.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postmortemflow.lab.Experiment;
import org.postmortemflow.lab.Finding;
import org.postmortemflow.lab.Fuzzing;
import org.postmortemflow.shared.Refused;

class ExportFuzzLab {

    private final SlackExport export = new SlackExport(Zips.SETTINGS);

    @Experiment(
            number = 14,
            name = "Fuzzing: Slack",
            what = "changed zips of Slack, and whole zips with changed files inside, read for 60 s (3 s in the"
                    + " ordinary build)",
            passMark = "read or refused with a reason, no other throwable, heap flat")
    void anExportIsReadOrRefused(Finding finding) throws Exception {
        Map<String, byte[]> files = Zips.files(Zips.CHECKOUT);
        List<byte[]> samples = new ArrayList<>(files.values());
        samples.add(Zips.zip(files));
        new Fuzzing(samples, Set.of(Refused.class)).run(this::read, finding);
    }

    private void read(byte[] input) {
        boolean zip = input.length > 1 && input[0] == 'P' && input[1] == 'K';
        try {
            export.read(Zips.uploaded(zip ? input : Zips.with("ops/2026-06-11.json", input)));
        } catch (Refused refused) {
            assertThat(zip || !refused.getMessage().contains(SlackExport.UNEXPECTED))
                    .as("a whole zip is refused with its reason")
                    .isTrue();
            throw refused;
        }
    }
}
