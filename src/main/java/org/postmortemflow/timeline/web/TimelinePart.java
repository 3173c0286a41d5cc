package org.postmortemflow.timeline.web;

import java.util.Map;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.PostmortemPart;
import org.postmortemflow.shared.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The timeline on the postmortem's page. */
@Component
@Order(200)
class TimelinePart implements PostmortemPart {

    private final TimelineViews views;

    TimelinePart(TimelineViews views) {
        this.views = views;
    }

    @Override
    public String template() {
        return "timeline/part";
    }

    @Override
    public Map<String, String> headings(Map<String, Object> model) {
        return Map.of("timeline", "Timeline");
    }

    @Override
    public Map<String, Object> model(Postmortem postmortem, PersonId viewer) {
        return Map.of("id", postmortem.id(), "view", views.of(postmortem.id(), viewer));
    }
}
