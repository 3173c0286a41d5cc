package org.postmortemflow.timeline.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInTimeline implements PersonRecords {

    @Override
    public String room() {
        return "Timeline";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(
                PersonTable.of("timeline_item").texts("event", "source"),
                PersonTable.of("timeline_change").ids("changed_by").texts("event", "source"));
    }
}
