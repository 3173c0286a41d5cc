package org.postmortemflow.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Severity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over a postmortem that was written and closed elsewhere. It enters as Closed with a mark: no process is started, so that
 * nobody gets a task, a mail or a deadline of it. It is always a new postmortem: none that runs here is closed this way (R8).
 */
@Component
public class ImportPostmortem {

    private final Postmortems postmortems;
    private final Permissions permissions;

    ImportPostmortem(Postmortems postmortems, Permissions permissions) {
        this.postmortems = postmortems;
        this.permissions = permissions;
    }

    /**
     * @param day when it happened, as far as is known
     * @param from where it comes from, in words: the history says "Imported from ..."
     * @throws org.postmortemflow.shared.Refused without permission
     */
    @Transactional
    public Postmortem takeOver(
            UUID incidentId, String title, @Nullable Severity severity, Instant day, String from, PersonId by) {
        permissions.requireImport(by);
        return postmortems.takeOver(incidentId, title, severity, day, from, by);
    }
}
