package org.postmortemflow.readership.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInReaders implements PersonRecords {

    @Override
    public String room() {
        return "Readers";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(
                PersonTable.of("postmortem_private").ids("made_by").texts("reason"),
                PersonTable.of("postmortem_reader").ids("person_id", "named_by"));
    }
}
