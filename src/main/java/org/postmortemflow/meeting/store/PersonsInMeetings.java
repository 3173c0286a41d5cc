package org.postmortemflow.meeting.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.postmortemflow.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PersonsInMeetings implements PersonRecords {

    private final JdbcClient jdbc;

    PersonsInMeetings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "Meetings";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(
                PersonTable.of("meeting").ids("facilitator").texts("video_link"),
                PersonTable.of("meeting_attendee")
                        .namesBeside("person_id", "name")
                        .ids("person_id")
                        .texts("name", "email", "reason"),
                PersonTable.of("meeting_reply").texts("email", "remark"),
                PersonTable.of("meeting_uninvited").texts("email", "name", "reason"),
                PersonTable.of("meeting_reply_kept").texts("sender", "subject", "reason", "content"));
    }

    @Override
    public Set<String> knownAs(PersonId person) {
        Set<String> known = new HashSet<>();
        jdbc.sql("select distinct name, email from meeting_attendee where person_id = ?")
                .param(person.value())
                .query(row -> {
                    known.add(row.getString(1));
                    known.add(row.getString(2));
                });
        return known;
    }

    @Override
    public List<String> holds(PersonId person) {
        return jdbc.sql("""
                        select p.title from meeting m join postmortem p on p.id = m.postmortem_id
                        where not m.cancelled and m.held_at is null and p.status in ('DRAFT', 'IN_REVIEW', 'REVIEWED')
                          and (m.facilitator = ? or exists (select 1 from meeting_attendee a
                               where a.postmortem_id = m.postmortem_id and a.person_id = ?))
                        """)
                .params(person.value(), person.value())
                .query((row, number) -> "The meeting of \"%s\" expects them: take them off it, or hold it first."
                        .formatted(row.getString(1)))
                .list();
    }
}
