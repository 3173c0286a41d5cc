package org.postmortemflow.overview.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInViews implements PersonRecords {

    @Override
    public String room() {
        return "Saved views";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(
                PersonTable.of("saved_view").ownRows("made_by").texts("name").codes("query"));
    }
}
