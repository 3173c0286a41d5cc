package org.postmortemflow.review.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInVerdicts implements PersonRecords {

    @Override
    public String room() {
        return "Reviews";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(PersonTable.of("review").ids("reviewer").texts("comments"));
    }
}
