package org.postmortemflow.deadline.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInDeadlines implements PersonRecords {

    @Override
    public String room() {
        return "Deadlines";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(PersonTable.of("deadline")
                .ids("late_reason_by", "excused_by")
                .texts("inputs", "because", "late_reason", "excuse_reason"));
    }
}
