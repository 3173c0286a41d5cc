package org.postmortemflow.lifecycle;

import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The incident turned out better or worse than thought; deadlines move with its severity (R9). */
@Component
public class ChangeSeverity {

    private final Postmortems postmortems;
    private final Steps steps;
    private final Permissions permissions;
    private final PostmortemProcess process;

    ChangeSeverity(Postmortems postmortems, Steps steps, Permissions permissions, PostmortemProcess process) {
        this.postmortems = postmortems;
        this.steps = steps;
        this.permissions = permissions;
        this.process = process;
    }

    /** @throws Refused without a reason, without permission, when nothing would change, or while the step asks for it */
    @Transactional
    public void change(PostmortemId id, @Nullable String severity, @Nullable String reason, PersonId by) {
        permissions.requireChange(id, by);
        Postmortem postmortem = postmortems.get(id);
        if (!postmortem.status().isOpen()) {
            throw new Refused("This postmortem is " + postmortem.status().label() + "; its severity stays as it is.");
        }
        if (steps.open(id, Step.SET_SEVERITY).isPresent()) {
            throw new Refused("The severity is still to be set: please do the step \"Set severity\".");
        }
        Severity wanted = Severity.parse(severity == null ? "" : severity)
                .orElseThrow(() -> new Refused("severity", "Please choose a severity, Sev-1 to Sev-5."));
        if (wanted == postmortem.severity()) {
            throw new Refused("severity", "The severity is " + wanted.label() + " already.");
        }
        postmortems.setSeverity(id, wanted, by, Reason.of(reason));
        process.deadlinesChanged(id);
    }
}
