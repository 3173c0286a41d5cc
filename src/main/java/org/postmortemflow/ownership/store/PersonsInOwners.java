package org.postmortemflow.ownership.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.postmortemflow.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PersonsInOwners implements PersonRecords {

    private final JdbcClient jdbc;

    PersonsInOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "Owners";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(PersonTable.of("postmortem_owner").ids("person_id", "designated_by"));
    }

    @Override
    public List<String> holds(PersonId person) {
        return jdbc.sql("""
                        select p.title from postmortem_owner o join postmortem p on p.id = o.postmortem_id
                        where o.person_id = ? and o.until is null and p.status in ('DRAFT', 'IN_REVIEW', 'REVIEWED') order by o.since
                        """)
                .param(person.value())
                .query((row, number) ->
                        "They own \"%s\", which is still open: hand it over.".formatted(row.getString(1)))
                .list();
    }
}
