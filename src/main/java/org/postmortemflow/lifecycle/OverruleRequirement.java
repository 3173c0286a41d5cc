package org.postmortemflow.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides against the rules whether an incident gets a postmortem, either way (R1). The reason stays visible. */
@Component
public class OverruleRequirement {

    private final Postmortems postmortems;
    private final Permissions permissions;
    private final PostmortemProcess process;

    OverruleRequirement(Postmortems postmortems, Permissions permissions, PostmortemProcess process) {
        this.postmortems = postmortems;
        this.permissions = permissions;
        this.process = process;
    }

    /**
     * @param required true opens a waived postmortem after all, false waives an open one
     * @throws Refused without a reason, without permission, or when it stands like that already
     */
    @Transactional
    public void overrule(PostmortemId id, boolean required, @Nullable String reason, PersonId by) {
        permissions.requireOverrule(id, by);
        Status status = postmortems.get(id).status();
        if (required && status != Status.WAIVED) {
            throw new Refused("Only a waived postmortem can be opened after all; this one is " + status.label() + ".");
        }
        String why = Reason.of(reason);
        postmortems.recordRequirement(id, required, List.of(why), by);
        postmortems.moveTo(id, required ? Status.DRAFT : Status.WAIVED, by, why);
        if (required) {
            process.startDespiteWaiver(id);
        } else {
            process.stop(id);
        }
    }
}
