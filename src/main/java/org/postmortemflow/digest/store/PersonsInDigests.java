package org.postmortemflow.digest.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInDigests implements PersonRecords {

    @Override
    public String room() {
        return "Digests";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(
                PersonTable.of("digest_choice").ownRows("person_id"),
                PersonTable.of("digest_sent").ownRows("person_id"));
    }
}
