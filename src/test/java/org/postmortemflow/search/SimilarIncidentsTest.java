package org.postmortemflow.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Severity.SEV_2;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R18: were there similar incidents before? */
@RoomSlice
class SimilarIncidentsTest {

    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId LIAM = new PersonId("liam");

    @Autowired
    Scene scene;

    @Autowired
    SimilarIncidents similar;

    @Autowired
    Documents documents;

    @Autowired
    Postmortems postmortems;

    @Autowired
    JdbcClient jdbc;

    @Test
    void similarIncidentsSayWhy() {
        othersDoNotCount();
        PostmortemId id = scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada"));
        PostmortemId other = scene.postmortem(SEV_2);
        PostmortemId elsewhere = scene.postmortem(SEV_2, "payment-gateway");
        PostmortemId cancelled = scene.postmortem(SEV_2);
        for (PostmortemId one : List.of(id, other, cancelled)) {
            write(one, SectionName.CONTRIBUTING_FACTORS, "The flamingo pool was too small for ibises.");
        }
        write(elsewhere, SectionName.WHAT_HAPPENED, "A flamingo pool was drained.");
        postmortems.moveTo(cancelled, Status.CANCELLED, ADA, "A test");
        List<SimilarIncident> found = similar.of(id, LIAM);
        assertThat(found.get(0).postmortem().id()).isEqualTo(other);
        assertThat(found.get(0).reasons())
                .contains("same service Checkout API")
                .anyMatch(reason -> reason.contains("'flamingo pool'") && reason.contains("contributing factors"));
        assertThat(found)
                .filteredOn(one -> one.postmortem().id().equals(elsewhere))
                .singleElement()
                .satisfies(one -> assertThat(one.reasons())
                        .singleElement()
                        .asString()
                        .startsWith("both mention 'flamingo pool'"));
        assertThat(found)
                .extracting(one -> one.postmortem().id())
                .doesNotContain(id, cancelled)
                .hasSizeLessThanOrEqualTo(5);
    }

    /** Those of other tests share the service, and only the five most similar are shown. */
    private void othersDoNotCount() {
        jdbc.sql("update postmortem set status = 'CANCELLED'").update();
    }

    private void write(PostmortemId postmortem, SectionName section, String text) {
        documents.write(postmortem, Map.of(section, text), ADA);
    }
}
