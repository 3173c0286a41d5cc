package org.postmortemflow.timeline.candidates.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInCandidates implements PersonRecords {

    @Override
    public String room() {
        return "What was gathered for timelines";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(
                PersonTable.of("timeline_gathering").ids("gathered_by").texts("file_name", "remarks"),
                PersonTable.of("timeline_candidate").texts("author", "channel", "event", "source"),
                PersonTable.of("timeline_writer").texts("reference", "name"),
                PersonTable.of("timeline_todo").texts("author", "text", "source"));
    }
}
