package org.postmortemflow.attachment.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInAttachments implements PersonRecords {

    @Override
    public String room() {
        return "Names and descriptions of attachments";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(PersonTable.of("attachment").ids("uploaded_by").texts("name", "description"));
    }
}
