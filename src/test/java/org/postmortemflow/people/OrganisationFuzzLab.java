package org.postmortemflow.people;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.postmortemflow.lab.Experiment;
import org.postmortemflow.lab.Finding;
import org.postmortemflow.lab.Fuzzing;
import org.springframework.core.io.ByteArrayResource;

class OrganisationFuzzLab {

    @Experiment(
            number = 14,
            name = "Fuzzing: organisation",
            what = "changed organisation files, read for 60 s (3 s in the ordinary build)",
            passMark = "read or refused with what is wrong, no other throwable, heap flat")
    void aFileIsReadOrRefused(Finding finding) throws Exception {
        byte[] demo = Files.readAllBytes(Path.of("src/main/resources/organisation/demo.yaml"));
        new Fuzzing(List.of(demo), Set.of(UnusableOrganisation.class))
                .run(input -> OrganisationSetup.read(new ByteArrayResource(input), ""), finding);
    }
}
