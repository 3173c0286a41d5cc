package org.postmortemflow.privacy.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInErasures implements PersonRecords {

    @Override
    public String room() {
        return "Erasures";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(PersonTable.of("person_erasure").ids("erased_by"));
    }
}
