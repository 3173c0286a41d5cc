package org.postmortemflow.comment.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInComments implements PersonRecords {

    @Override
    public String room() {
        return "Comments";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(PersonTable.of("document_comment")
                .ids("author", "resolved_by", "deleted_by")
                .texts("text"));
    }
}
