package org.postmortemflow.document;

import java.util.Map;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** What a section can begin with, from what is known already; it is the writer who saves it. */
@Component
public class Suggestions {

    private final Incidents incidents;

    Suggestions(Incidents incidents) {
        this.incidents = incidents;
    }

    /** Texts for sections in which nothing was written yet; those of which nothing is known are missing. */
    public Map<SectionName, String> of(PostmortemId id) {
        String summary = SectionText.tidy(incidents.of(id).summary());
        return summary.isEmpty() ? Map.of() : Map.of(SectionName.OVERVIEW, summary);
    }
}
