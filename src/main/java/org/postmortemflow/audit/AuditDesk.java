package org.postmortemflow.audit;

import java.util.List;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the audit log, for administrators. */
@Component
public class AuditDesk {

    private final AuditRecords records;
    private final Organisation organisation;

    AuditDesk(AuditRecords records, Organisation organisation) {
        this.records = records;
        this.organisation = organisation;
    }

    /** The newest first, below the position {@code before}. @throws Refused unless the person is an administrator */
    @Transactional(readOnly = true)
    public List<AuditEntry> list(AuditFilter filter, long before, int most, PersonId by) {
        if (!organisation.isAdministrator(by)) {
            throw new Refused("This is for an administrator.");
        }
        return records.find(filter, before, most);
    }
}
