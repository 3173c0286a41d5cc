package org.postmortemflow.followup.web;

import java.util.Map;
import org.postmortemflow.followup.FollowUpEditing;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.PostmortemPart;
import org.postmortemflow.shared.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The follow-ups on a postmortem's page. */
@Component
@Order(300)
class FollowUpsPart implements PostmortemPart {

    private final FollowUps followUps;
    private final FollowUpEditing editing;

    FollowUpsPart(FollowUps followUps, FollowUpEditing editing) {
        this.followUps = followUps;
        this.editing = editing;
    }

    @Override
    public String template() {
        return "followup/part";
    }

    @Override
    public Map<String, String> headings(Map<String, Object> model) {
        return Map.of("follow-ups", "Follow-ups");
    }

    @Override
    public Map<String, Object> model(Postmortem postmortem, PersonId viewer) {
        return Map.of(
                "id", postmortem.id(),
                "followUps", followUps.of(postmortem.id()),
                "noneBecause", followUps.noneBecause(postmortem.id()),
                "editable", editing.isPossible(postmortem.id()));
    }
}
