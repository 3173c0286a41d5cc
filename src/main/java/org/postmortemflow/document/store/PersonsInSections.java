package org.postmortemflow.document.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInSections implements PersonRecords {

    @Override
    public String room() {
        return "Document";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(
                PersonTable.of("document_editor").ownRows("person_id"),
                PersonTable.of("document_section").ids("updated_by").texts("text"),
                PersonTable.of("document_version").ids("author").texts("text"));
    }
}
