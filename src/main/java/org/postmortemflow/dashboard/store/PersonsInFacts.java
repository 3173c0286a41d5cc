package org.postmortemflow.dashboard.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInFacts implements PersonRecords {

    @Override
    public String room() {
        return "Facts for figures";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(PersonTable.of("postmortem_fact")
                .ids("owner", "commander")
                .texts("title", "end_reason", "meeting_late_reason", "meeting_excuse", "next_because"));
    }
}
