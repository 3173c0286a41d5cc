package org.postmortemflow.search.store;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.postmortemflow.people.Pseudonym;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PersonsInIndex implements PersonRecords {

    private final JdbcClient jdbc;

    PersonsInIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String room() {
        return "Search";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(PersonTable.of("search_text").texts("heading", "text"));
    }

    /** Its words are those of the texts as they were. */
    @Override
    public void replaced(Pseudonym pseudonym) {
        jdbc.sql("""
                        update search_entry set version = 0
                        where number in (select number from search_text where text like ? or heading like ?)
                        """)
                .params("%" + pseudonym.name() + "%", "%" + pseudonym.name() + "%")
                .update();
    }
}
