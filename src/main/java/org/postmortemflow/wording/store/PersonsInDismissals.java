package org.postmortemflow.wording.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInDismissals implements PersonRecords {

    @Override
    public String room() {
        return "Wording";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(
                PersonTable.of("wording_dismissal").ids("dismissed_by").texts("sentence", "reason"),
                PersonTable.of("wording_full_outage").ids("marked_by"));
    }
}
