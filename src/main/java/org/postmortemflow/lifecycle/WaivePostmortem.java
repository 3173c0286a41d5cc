package org.postmortemflow.lifecycle;

import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A lesser incident gets no postmortem; the reasons stay visible (R1). */
@Component
public class WaivePostmortem {

    private final Postmortems postmortems;

    WaivePostmortem(Postmortems postmortems) {
        this.postmortems = postmortems;
    }

    /** Waives for the recorded reasons; one that is Waived already stays as it is. */
    @Transactional
    public void waive(PostmortemId id) {
        Postmortem postmortem = postmortems.get(id);
        if (postmortem.status() != Status.WAIVED) {
            postmortems.moveTo(id, Status.WAIVED, null, String.join("; ", postmortem.requirementReasons()));
        }
    }
}
