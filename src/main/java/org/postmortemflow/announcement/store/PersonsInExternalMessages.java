package org.postmortemflow.announcement.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInExternalMessages implements PersonRecords {

    @Override
    public String room() {
        return "External messages";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(
                PersonTable.of("external_message").texts("summary", "what_happened", "what_we_do", "posted_where"));
    }
}
