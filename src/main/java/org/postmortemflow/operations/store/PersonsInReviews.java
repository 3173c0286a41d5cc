package org.postmortemflow.operations.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInReviews implements PersonRecords {

    @Override
    public String room() {
        return "Operational reviews";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(PersonTable.of("operational_review_sent").ownRows("person_id"));
    }
}
