package org.postmortemflow.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.incident.ResponderRole.RESPONDER;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postmortemflow.OnPostgres;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.people.Pseudonym;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements that are put together from the names of tables and columns, on PostgreSQL. */
@RoomSlice
@OnPostgres
class ErasuresOnPostgresTest {

    private static final PersonId ADMIN = new PersonId("admin");

    @Autowired
    Scene scene;

    @Autowired
    Documents documents;

    @Autowired
    ErasePerson erasePerson;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyTableIsChangedAndNoTextOutgrowsItsColumn() {
        PostmortemId id = scene.postmortem(Severity.SEV_1, Scene.responder(RESPONDER, "ben"));
        jdbc.sql("update incident_responder set person_id = 'jo', name = 'Jo É. Gone' where person_id = 'ben'")
                .update();
        documents.write(id, Map.of(SectionName.OVERVIEW, "JO É. GONE (@jo) saw 50 % of it!"), ADMIN);
        String long300 = "Jo É. Gone" + " ".repeat(3) + "x".repeat(487);
        jdbc.sql("update postmortem set title = ? where id = ?")
                .params(long300, id.value())
                .update();

        ErasurePlan plan = erasePerson.plan("jo", "", ADMIN);
        assertThat(plan.names()).containsExactly("Jo É. Gone");
        assertThat(plan.counts()).containsKeys("Incidents", "Document", "Postmortems and their history");
        Pseudonym pseudonym = erasePerson.erase("jo", "", ADMIN).orElseThrow();

        assertThat(documents.of(id).text(SectionName.OVERVIEW))
                .isEqualTo("%s (@%s) saw 50 %% of it!".formatted(pseudonym.name(), pseudonym.id()));
        assertThat(jdbc.sql("select name from incident_responder where person_id = ?")
                        .param(pseudonym.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo(pseudonym.name());
        assertThat(jdbc.sql("select title from postmortem where id = ?")
                        .param(id.value())
                        .query(String.class)
                        .single())
                .hasSize(500)
                .startsWith(pseudonym.name());
        assertThat(erasePerson.erase("jo", "Jo É. Gone", ADMIN)).isEmpty();
        assertThat(erasePerson.plan("kavya", "", ADMIN).total()).isNotNegative();
    }
}
