package org.postmortemflow.overview.web;

import java.util.Map;
import org.postmortemflow.lifecycle.CancelPostmortem;
import org.postmortemflow.lifecycle.ChangeSeverity;
import org.postmortemflow.lifecycle.OverruleRequirement;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** Leads what was typed on an action's page to its use case. */
@Component
class TakeAction {

    private final ChangeSeverity changeSeverity;
    private final OverruleRequirement overruleRequirement;
    private final CancelPostmortem cancelPostmortem;

    TakeAction(
            ChangeSeverity changeSeverity, OverruleRequirement overruleRequirement, CancelPostmortem cancelPostmortem) {
        this.changeSeverity = changeSeverity;
        this.overruleRequirement = overruleRequirement;
        this.cancelPostmortem = cancelPostmortem;
    }

    /** @throws org.postmortemflow.shared.Refused with messages beside the fields of the action's page */
    void take(Action action, PostmortemId id, Map<String, String> typed, PersonId by) {
        String reason = typed.get("reason");
        switch (action) {
            case MOVE_MEETING, HAND_OVER -> throw new IllegalStateException("not yet");
            case CHANGE_SEVERITY -> changeSeverity.change(id, typed.get("severity"), reason, by);
            case WAIVE -> overruleRequirement.overrule(id, false, reason, by);
            case OPEN_AFTER_ALL -> overruleRequirement.overrule(id, true, reason, by);
            case CANCEL -> cancelPostmortem.cancel(id, reason, by);
        }
    }
}
