package org.postmortemflow.audit.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInAudit implements PersonRecords {

    @Override
    public String room() {
        return "Audit log";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(PersonTable.of("audit_entry").ids("person_id").codes("about"));
    }
}
