package org.postmortemflow.reminder.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInReminders implements PersonRecords {

    @Override
    public String room() {
        return "Reminders";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(
                PersonTable.of("reminder").ids("person_id"),
                PersonTable.of("reminder_escalation").ids("person_id"),
                PersonTable.of("nudge").ids("person_id"));
    }
}
