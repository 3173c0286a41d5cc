package org.postmortemflow.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.shared.Severity.SEV_1;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What changed is read into the index afterwards, and nobody notices. Each test has its own rare word. */
@RoomSlice
class SearchUpkeepTest {

    private static final PersonId ADA = new PersonId("ada");

    @Autowired
    Scene scene;

    @Autowired
    Search search;

    @Autowired
    RebuildSearch rebuild;

    @Autowired
    SearchUpkeep upkeep;

    @Autowired
    SearchIndex index;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Documents documents;

    @Autowired
    TransactionTemplate transaction;

    private PostmortemId id;

    @BeforeEach
    void anIncident() {
        upkeep.catchUp();
        id = scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada"));
    }

    @Test
    void anAdministratorLetsEverythingBeReadAgain() {
        write("The lemur broke.");
        assertThatThrownBy(() -> rebuild.markAll(ADA)).isInstanceOf(Refused.class);
        transaction.executeWithoutResult(status -> index.write(id, Words.VERSION, List.of(), Map.of()));
        assertThat(found("lemur")).isEmpty();
        rebuild.markAll(new PersonId("admin"));
        assertThat(rebuild.waiting()).isPositive();
        upkeep.catchUp();
        assertThat(rebuild.waiting()).isZero();
        assertThat(found("lemur")).containsExactly(id);
    }

    @Test
    void whoWritesDoesNotWaitForTheIndexAndWhoSearchesFindsItAllTheSame() {
        write("The margay broke.");
        assertThat(index.changed(1_000)).as("marked only").contains(id);
        assertThat(found("margay")).containsExactly(id);
        assertThat(index.changed(1_000)).doesNotContain(id);
    }

    @Test
    void onePostmortemThatCannotBeReadDoesNotHoldUpTheOthers() {
        PostmortemId broken = scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada"));
        jdbc.sql("update postmortem set status = 'LOST' where id = ?")
                .param(broken.value())
                .update();
        write("The agouti broke.");
        upkeep.catchUp();
        assertThat(index.changed(1_000)).as("not tried for ever").isEmpty();
        assertThat(found("agouti")).containsExactly(id);
        jdbc.sql("update postmortem set status = 'DRAFT' where id = ?")
                .param(broken.value())
                .update();
        upkeep.afterTheStart();
        assertThat(index.changed(1_000)).as("the next start tries again").contains(broken);
    }

    private void write(String overview) {
        documents.write(id, Map.of(SectionName.OVERVIEW, overview), ADA);
    }

    private List<PostmortemId> found(String words) {
        return search.page(SearchQuery.of(words), ADA, 0, 20).findings().stream()
                .map(finding -> finding.match().id())
                .toList();
    }
}
