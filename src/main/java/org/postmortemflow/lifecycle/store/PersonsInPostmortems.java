package org.postmortemflow.lifecycle.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PersonsInPostmortems implements PersonRecords {

    private final JdbcClient jdbc;

    PersonsInPostmortems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "Postmortems and their history";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(
                PersonTable.of("postmortem").texts("title", "end_reason"),
                PersonTable.of("postmortem_requirement_reason").texts("reason"),
                PersonTable.of("postmortem_history").ids("person_id").texts("text"),
                PersonTable.of("postmortem_step").ids("assignee", "done_by").texts("because"));
    }

    @Override
    public List<String> holds(PersonId person) {
        return jdbc.sql("""
                        select s.step, p.title from postmortem_step s join postmortem p on p.id = s.postmortem_id
                        where s.assignee = ? and s.state = 'OPEN' order by s.position
                        """)
                .param(person.value())
                .query((row, number) -> "\"%s\" of \"%s\" is theirs to do: give it to somebody else."
                        .formatted(Step.ofKey(row.getString(1)).label(), row.getString(2)))
                .list();
    }
}
