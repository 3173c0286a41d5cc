package org.postmortemflow.calendar.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

@Component
class PersonsInCalendars implements PersonRecords {

    @Override
    public String room() {
        return "Calendars";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(
                PersonTable.of("calendar_key").ownRows("person_id").ids("made_by"),
                PersonTable.of("calendar_publication").texts("written_title", "href", "last_error"));
    }
}
