package org.postmortemflow.wording.web;

import java.util.List;
import java.util.Map;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.PostmortemPart;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.wording.CheckWording;
import org.postmortemflow.wording.CheckedWording;
import org.postmortemflow.wording.ReviewBlockers;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The first few hints on the postmortem's page, and what is missing for the review; nothing once it has ended. */
@Component
@Order(250)
class WordingPart implements PostmortemPart {

    private static final int FIRST = 3;

    private final CheckWording checkWording;
    private final ReviewBlockers blockers;

    WordingPart(CheckWording checkWording, ReviewBlockers blockers) {
        this.checkWording = checkWording;
        this.blockers = blockers;
    }

    @Override
    public String template() {
        return "wording/part";
    }

    @Override
    public Map<String, Object> model(Postmortem postmortem, PersonId viewer) {
        if (!postmortem.status().isOpen()) {
            return Map.of();
        }
        CheckedWording checked = checkWording.of(postmortem.id());
        boolean draft = postmortem.status() == Status.DRAFT;
        return Map.of(
                "id", postmortem.id(),
                "first", checked.open().stream().limit(FIRST).toList(),
                "open", checked.open().size(),
                "dismissed", checked.dismissed().size(),
                "spellingReady", checked.spellingReady(),
                "blockers", draft ? blockers.of(postmortem.id()) : List.of());
    }
}
