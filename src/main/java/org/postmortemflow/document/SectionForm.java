package org.postmortemflow.document;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.lifecycle.StepForm;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;

/**
 * A step that fills sections of the document. Its form may have been opened long ago: what was left as the form showed it
 * never replaces what others saved meanwhile.
 */
abstract class SectionForm implements StepForm {

    /** The field that holds which version of each section the form was filled with. */
    static final String WRITTEN_FROM = "writtenFrom";

    /** The field that names the sections that are too long for the form. */
    static final String LONG_SECTIONS = "longSections";

    private final SectionSources sources;
    private final List<SectionName> sections;

    SectionForm(SectionSources sources, List<SectionName> sections) {
        this.sources = sources;
        this.sections = sections;
    }

    @Override
    public Map<String, @Nullable Object> prefill(PostmortemId id) {
        SectionSources.Sources known = sources.of(id);
        Map<String, @Nullable Object> fields = new HashMap<>();
        sections.forEach(section -> fields.put(section.key(), known.now(section).shown()));
        fields.put(
                WRITTEN_FROM,
                sections.stream()
                        .map(section -> section.key() + "=" + known.now(section).number())
                        .collect(Collectors.joining(" ")));
        fields.put(LONG_SECTIONS, longSections(known));
        return fields;
    }

    private String longSections(SectionSources.Sources known) {
        String labels = sections.stream()
                .filter(section -> known.now(section).tooLong())
                .map(SectionName::label)
                .collect(Collectors.joining(", "));
        return labels.isEmpty()
                ? ""
                : "Longer than this form holds: %s. Read and change it on the postmortem's page; left empty here, it stays as it is."
                        .formatted(labels);
    }

    @Override
    public void submit(PostmortemId id, StepAnswers answers, PersonId by) {
        SectionSources.Sources known = sources.locked(id, answers.text(WRITTEN_FROM));
        Problems problems = new Problems();
        Map<SectionName, String> written = new EnumMap<>(SectionName.class);
        for (SectionName section : sections) {
            String typed = SectionText.tidy(answers.text(section.key()));
            String text = known.outcome(section, typed, problems);
            problems.when(
                    text.equals(typed) && typed.length() > StepAnswers.MAX_TEXT,
                    section.key(),
                    "Please use at most 4,000 characters here; the section's own page takes more.");
            SectionText.check(section, text, problems);
            check(section, text, problems);
            written.put(section, text);
        }
        problems.refuseIfAny();
        sources.write(id, written, by);
    }

    /** Notes what is wrong with the text of one section. */
    abstract void check(SectionName section, String text, Problems problems);
}
