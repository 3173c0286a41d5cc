package org.postmortemflow.dashboard.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.postmortemflow.people.Pseudonym;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PersonsInFacts implements PersonRecords {

    private final JdbcClient jdbc;

    PersonsInFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "Facts for figures";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(PersonTable.of("postmortem_fact")
                .ids("owner", "commander")
                .texts("title", "end_reason", "meeting_late_reason", "meeting_excuse", "next_because")
                .codes("answers"));
    }

    /** Months that are kept in memory are read again when one of their facts was computed anew. */
    @Override
    public void replaced(Pseudonym pseudonym) {
        jdbc.sql("update postmortem_fact set version = '' where owner = ? or commander = ? or answers like ?")
                .params(pseudonym.id().value(), pseudonym.id().value(), "%" + pseudonym.name() + "%")
                .update();
    }
}
