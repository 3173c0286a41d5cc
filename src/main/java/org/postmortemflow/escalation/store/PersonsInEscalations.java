package org.postmortemflow.escalation.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInEscalations implements PersonRecords {

    @Override
    public String room() {
        return "Escalations";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(PersonTable.of("escalation_by_hand").ids("person_id").texts("told"));
    }
}
