package org.postmortemflow.access.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInTokens implements PersonRecords {

    @Override
    public String room() {
        return "Access tokens";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(PersonTable.of("access_token")
                .ownRows("person_id")
                .ids("revoked_by")
                .texts("name"));
    }
}
