package org.postmortemflow.incident.store;

import java.util.List;
import java.util.Set;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.postmortemflow.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PersonsInIncidents implements PersonRecords {

    private final JdbcClient jdbc;

    PersonsInIncidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "Incidents";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(
                PersonTable.of("incident").texts("title", "summary", "url"),
                PersonTable.of("incident_responder")
                        .namesBeside("person_id", "name")
                        .ids("person_id")
                        .texts("name"),
                PersonTable.of("incident_note").texts("author", "text"));
    }

    @Override
    public Set<String> knownAs(PersonId person) {
        return Set.copyOf(jdbc.sql("select distinct name from incident_responder where person_id = ?")
                .param(person.value())
                .query(String.class)
                .list());
    }

    /** Later steps are given to whoever has these roles. */
    @Override
    public List<String> holds(PersonId person) {
        return jdbc.sql("""
                        select distinct p.title from incident_responder r join postmortem p on p.incident_id = r.incident_id
                        where r.person_id = ? and r.role in ('INCIDENT_COMMANDER', 'SCRIBE', 'CUSTOMER_LIAISON')
                          and p.status in ('DRAFT', 'IN_REVIEW', 'REVIEWED')
                        """)
                .param(person.value())
                .query((row, number) ->
                        "They have a role in \"%s\", which is still open: close it first.".formatted(row.getString(1)))
                .list();
    }
}
