package org.postmortemflow.document;

import static org.postmortemflow.document.SectionName.*;

import java.util.List;
import java.util.Set;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;

/** What happened and what contributed to it: technology and process, never a person (R15, R18). */
@Component
class Analyse extends SectionForm {

    private static final Set<SectionName> REQUIRED = Set.of(OVERVIEW, WHAT_HAPPENED, CONTRIBUTING_FACTORS, RESOLUTION);

    Analyse(SectionSources sources) {
        super(sources, List.of(OVERVIEW, WHAT_HAPPENED, CONTRIBUTING_FACTORS, RESOLUTION, WENT_WELL, WENT_NOT_SO_WELL));
    }

    @Override
    public Step step() {
        return Step.ANALYSE;
    }

    @Override
    void check(SectionName section, String text, Problems problems) {
        problems.when(
                REQUIRED.contains(section) && text.isEmpty(),
                section.key(),
                "Please fill in \"" + section.label() + "\"; a few sentences are enough.");
    }
}
