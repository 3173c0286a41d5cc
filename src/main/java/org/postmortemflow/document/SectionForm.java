package org.postmortemflow.document;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.lifecycle.StepForm;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;

/** A step that fills sections of the document. */
abstract class SectionForm implements StepForm {

    private final Documents documents;
    private final List<SectionName> sections;

    SectionForm(Documents documents, List<SectionName> sections) {
        this.documents = documents;
        this.sections = sections;
    }

    @Override
    public Map<String, @Nullable Object> prefill(PostmortemId id) {
        Documents.Document document = documents.of(id);
        Map<String, @Nullable Object> fields = new HashMap<>();
        sections.forEach(section -> fields.put(section.key(), document.text(section)));
        return fields;
    }

    @Override
    public void submit(PostmortemId id, StepAnswers answers, PersonId by) {
        Problems problems = new Problems();
        Map<SectionName, String> written = new EnumMap<>(SectionName.class);
        for (SectionName section : sections) {
            String text = answers.text(section.key());
            problems.when(text.length() > StepAnswers.MAX_TEXT, section.key(), "Please use at most 4,000 characters.");
            check(section, text, problems);
            written.put(section, text);
        }
        problems.refuseIfAny();
        documents.write(id, written, by);
    }

    /** Notes what is wrong with the text of one section. */
    abstract void check(SectionName section, String text, Problems problems);
}
