package org.postmortemflow.followup.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.postmortemflow.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PersonsInFollowUps implements PersonRecords {

    private final JdbcClient jdbc;

    PersonsInFollowUps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "Follow-ups";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(
                PersonTable.of("follow_up")
                        .ids("assignee", "opened_by", "state_by", "done_by")
                        .texts("title", "context", "factor", "decision_reason", "state_reason", "ticket_link"),
                PersonTable.of("follow_up_waiver").texts("reason"));
    }

    @Override
    public List<String> holds(PersonId person) {
        return jdbc.sql("""
                        select f.title from follow_up f
                        where f.assignee = ? and f.state in ('OPEN', 'IN_PROGRESS') order by f.opened_at
                        """)
                .param(person.value())
                .query((row, number) ->
                        "The follow-up \"%s\" is theirs: give it to somebody else.".formatted(row.getString(1)))
                .list();
    }
}
