package org.postmortemflow.timeline.candidates.web;

import java.util.Map;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.PostmortemPart;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.timeline.TodoCandidates;
import org.postmortemflow.timeline.candidates.CandidateFilter;
import org.postmortemflow.timeline.candidates.Candidates;
import org.postmortemflow.timeline.candidates.OpenForWriting;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way from a postmortem's page to the sources of its timeline. */
@Component
@Order(210)
class SourcesPart implements PostmortemPart {

    private final Candidates candidates;
    private final TodoCandidates todos;
    private final OpenForWriting open;

    SourcesPart(Candidates candidates, TodoCandidates todos, OpenForWriting open) {
        this.candidates = candidates;
        this.todos = todos;
        this.open = open;
    }

    @Override
    public String template() {
        return "timeline/sources-part";
    }

    @Override
    public Map<String, Object> model(Postmortem postmortem, PersonId viewer) {
        if (!open.is(postmortem.id())) {
            return Map.of();
        }
        return Map.of(
                "id", postmortem.id(),
                "candidates", candidates.count(postmortem.id(), CandidateFilter.ALL),
                "todos", todos.of(postmortem.id()).size());
    }
}
