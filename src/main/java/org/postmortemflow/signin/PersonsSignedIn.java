package org.postmortemflow.signin;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

/** Sessions, and roles from a provider: of no use to anybody but the person. */
@Component
class PersonsSignedIn implements PersonRecords {

    @Override
    public String room() {
        return "Sessions and roles";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(
                PersonTable.of("spring_session").ownRows("principal_name"),
                PersonTable.of("role_grant").ownRows("person_id"));
    }
}
