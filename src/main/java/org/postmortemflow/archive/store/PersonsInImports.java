package org.postmortemflow.archive.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInImports implements PersonRecords {

    @Override
    public String room() {
        return "Imports";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(
                PersonTable.of("import_batch").ownRows("person_id").texts("outcomes"),
                PersonTable.of("postmortem_import").ids("imported_by").texts("file_name", "report", "original"));
    }
}
