package org.postmortemflow.search.web;

import java.util.List;
import java.util.Map;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.PostmortemPart;
import org.postmortemflow.search.SimilarIncident;
import org.postmortemflow.search.SimilarIncidents;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Similar incidents, beside the analysis (R18): on the postmortem's page, and on that of the step. */
@Component("similar")
@Order(150)
class SimilarPart implements PostmortemPart {

    private final SimilarIncidents similar;

    SimilarPart(SimilarIncidents similar) {
        this.similar = similar;
    }

    @Override
    public String template() {
        return "search/similar";
    }

    @Override
    public Map<String, Object> model(Postmortem postmortem, PersonId viewer) {
        List<SimilarIncident> found = similar.of(postmortem.id(), viewer);
        return found.isEmpty() ? Map.of() : Map.of("similar", found);
    }

    /** For templates. */
    public List<SimilarIncident> of(PostmortemId id, String viewer) {
        return similar.of(id, new PersonId(viewer));
    }
}
