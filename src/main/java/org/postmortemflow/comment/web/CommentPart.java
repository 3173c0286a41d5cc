package org.postmortemflow.comment.web;

import java.util.List;
import java.util.Map;
import org.postmortemflow.comment.Discuss;
import org.postmortemflow.comment.OpenComments;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.PostmortemPart;
import org.postmortemflow.shared.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the postmortem's page: what waits for an answer, and where. */
@Component
@Order(560)
class CommentPart implements PostmortemPart {

    private final OpenComments openComments;
    private final Discuss discuss;

    CommentPart(OpenComments openComments, Discuss discuss) {
        this.openComments = openComments;
        this.discuss = discuss;
    }

    @Override
    public String template() {
        return "comment/part";
    }

    @Override
    public Map<String, Object> model(Postmortem postmortem, PersonId viewer) {
        Map<String, Integer> counts = openComments.of(postmortem.id());
        List<Place> places = Place.all(postmortem.id()).stream()
                .filter(place -> counts.containsKey(place.key()))
                .toList();
        boolean possible = discuss.isPossible(postmortem.id());
        if (places.isEmpty() && !possible) {
            return Map.of();
        }
        return Map.of(
                "whole",
                new Place(postmortem.id(), null),
                "counts",
                counts,
                "places",
                places,
                "total",
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                "possible",
                possible);
    }
}
