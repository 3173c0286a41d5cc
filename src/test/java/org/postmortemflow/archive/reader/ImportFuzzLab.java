package org.postmortemflow.archive.reader;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Set;
import org.postmortemflow.lab.Experiment;
import org.postmortemflow.lab.Finding;
import org.postmortemflow.lab.Fuzzing;

class ImportFuzzLab {

    @Experiment(
            number = 14,
            name = "Fuzzing: import",
            what = "changed Markdown postmortems of nine kinds, read for 60 s (3 s in the ordinary build)",
            passMark = "everything is read, no throwable, heap flat")
    void anyMarkdownIsRead(Finding finding) throws Exception {
        new Fuzzing(Fuzzing.samples("import", ".md"), Set.of())
                .run(
                        input -> PostmortemReader.read(
                                new String(input, StandardCharsets.UTF_8), "a.md", ZoneId.of("Europe/Berlin")),
                        finding);
    }
}
