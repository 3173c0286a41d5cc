package org.postmortemflow.lifecycle;

import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stops a postmortem for good, with a reason: for example when it was opened for a test, or twice for one incident. */
@Component
public class CancelPostmortem {

    private final Postmortems postmortems;
    private final Permissions permissions;
    private final PostmortemProcess process;

    CancelPostmortem(Postmortems postmortems, Permissions permissions, PostmortemProcess process) {
        this.postmortems = postmortems;
        this.permissions = permissions;
        this.process = process;
    }

    /** @throws org.postmortemflow.shared.Refused without a reason, without permission, or when it has ended already */
    @Transactional
    public void cancel(PostmortemId id, @Nullable String reason, PersonId by) {
        permissions.requireChange(id, by);
        postmortems.moveTo(id, Status.CANCELLED, by, Reason.of(reason));
        process.stop(id);
    }
}
