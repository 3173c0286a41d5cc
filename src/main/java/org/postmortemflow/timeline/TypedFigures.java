package org.postmortemflow.timeline;

import java.util.ArrayList;
import java.util.List;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** Compares what people typed as impact (R16) with what the timeline tells. */
@Component
public class TypedFigures {

    private static final int MOST_DIGITS = 12;

    private final Documents documents;
    private final Figures figures;

    TypedFigures(Documents documents, Figures figures) {
        this.documents = documents;
        this.figures = figures;
    }

    /** Typed minutes that the timeline tells otherwise. */
    public record Disagreement(SectionName section, long typed, Figure told) {}

    public List<Disagreement> disagreements(PostmortemId id) {
        ImpactFigures told = figures.of(id);
        Documents.Document document = documents.of(id);
        List<Disagreement> found = new ArrayList<>();
        compare(document, SectionName.VISIBLE_MINUTES, told.visible(), found);
        compare(document, SectionName.MINUTES_SEV_1, told.sev1(), found);
        compare(document, SectionName.MINUTES_SEV_2, told.sev2(), found);
        return found;
    }

    private static void compare(
            Documents.Document document, SectionName section, Figure told, List<Disagreement> found) {
        String typed = document.text(section).strip();
        if (typed.matches("\\d{1," + MOST_DIGITS + "}") && !told.agreesWith(Long.parseLong(typed))) {
            found.add(new Disagreement(section, Long.parseLong(typed), told));
        }
    }
}
