package org.postmortemflow.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Severity.SEV_2;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;

/** R14, R21: what was declined comes up again when a similar incident happens. */
@RoomSlice
class DeclinedBeforeTest {

    private static final PersonId BEN = new PersonId("ben");
    private static final PersonId DENIZ = new PersonId("deniz");

    @Autowired
    Scene scene;

    @Autowired
    FollowUps followUps;

    @Autowired
    EditFollowUp editFollowUp;

    @Autowired
    ChangeState changeState;

    @Autowired
    DeclinedBefore declinedBefore;

    @Autowired
    Documents documents;

    private String service;
    private PostmortemId first;
    private UUID declined;

    @BeforeEach
    void oneWasDeclined() {
        service = "service-" + UUID.randomUUID();
        first = scene.postmortem(SEV_1, service);
        declined = added(first, "Limit the connections of each node", "Connection pool, limits");
        changeState.change(declined, State.DECLINED, "It never happened before.", null, DENIZ);
    }

    @Test
    void itComesUpAfterAnotherIncidentOfTheService() {
        assertThat(declinedBefore.of(scene.postmortem(SEV_2, service), BEN))
                .singleElement()
                .satisfies(listed -> {
                    assertThat(listed.followUp().id()).isEqualTo(declined);
                    assertThat(listed.followUp().progress().reason()).isEqualTo("It never happened before.");
                    assertThat(listed.postmortemTitle()).isEqualTo("Checkout was slow");
                });
    }

    @Test
    void itDoesNotComeUpForAnotherServiceOrInItsOwnPostmortem() {
        assertThat(declinedBefore.of(scene.postmortem(SEV_1, "another-" + UUID.randomUUID()), BEN))
                .isEmpty();
        assertThat(declinedBefore.of(first, BEN)).isEmpty();
    }

    @Test
    void oneThatIsOpenDoesNotComeUp() {
        changeState.change(declined, State.OPEN, "", null, DENIZ);

        assertThat(declinedBefore.of(scene.postmortem(SEV_1, service), BEN)).isEmpty();
    }

    @Test
    void theFactorDecidesOnceItIsKnown() {
        PostmortemId id = scene.postmortem(SEV_1, service);
        documents.write(id, Map.of(SectionName.CONTRIBUTING_FACTORS, "A certificate had expired."), BEN);
        assertThat(declinedBefore.of(id, BEN)).isEmpty();

        documents.write(id, Map.of(SectionName.CONTRIBUTING_FACTORS, "The connection  pool was too small."), BEN);
        assertThat(declinedBefore.of(id, BEN)).hasSize(1);
    }

    @Test
    void aFollowUpsOwnFactorCountsAsWell() {
        PostmortemId id = scene.postmortem(SEV_1, service);
        added(id, "Add an alert for waiting requests", "timeouts");
        assertThat(declinedBefore.of(id, BEN)).isEmpty();

        added(id, "Add a limit for requests", "LIMITS");
        assertThat(declinedBefore.of(id, BEN)).hasSize(1);
    }

    @Test
    void itIsTakenUpAgainOnceWithATraceAndForTheMeeting() {
        PostmortemId id = scene.postmortem(SEV_1, service);

        UUID again = declinedBefore.takeUpAgain(id, declined, BEN);
        assertThat(declinedBefore.takeUpAgain(id, declined, BEN)).isEqualTo(again);

        assertThat(followUps.of(id)).singleElement().satisfies(copy -> {
            assertThat(copy.takenFrom()).isEqualTo(declined);
            assertThat(copy.title()).isEqualTo("Limit the connections of each node");
            assertThat(copy.factor()).isEqualTo("Connection pool, limits");
            assertThat(copy.progress().state()).isEqualTo(State.OPEN);
            assertThat(copy.discuss()).isTrue();
            assertThat(copy.openedBy()).isEqualTo(BEN);
        });
        assertThat(followUps.get(declined).progress().state()).isEqualTo(State.DECLINED);
        assertThat(declinedBefore.of(id, BEN)).isEmpty();
        assertThat(scene.history(id)).anyMatch(line -> line.startsWith("Follow-up that was declined before"));
        assertThat(scene.history(first)).anyMatch(line -> line.startsWith("Follow-up taken up again"));
    }

    /** R22: who opens it does not do it. */
    @Test
    void whoTakesItUpDoesNotDoIt() {
        UUID bens = editFollowUp.add(
                first,
                Map.of(
                        "title",
                        "Limit all requests of a node",
                        "kind",
                        "mitigation",
                        "team",
                        "platform",
                        "assignee",
                        "ben"),
                DENIZ);
        changeState.change(bens, State.DECLINED, "Later.", null, DENIZ);

        UUID again = declinedBefore.takeUpAgain(scene.postmortem(SEV_1, service), bens, BEN);

        assertThat(followUps.get(again).assignee()).isNull();
    }

    @Test
    void oneThatIsNotDeclinedIsNotCopied() {
        changeState.change(declined, State.OPEN, "", null, DENIZ);
        PostmortemId id = scene.postmortem(SEV_1, service);

        assertThatThrownBy(() -> declinedBefore.takeUpAgain(id, declined, BEN)).isInstanceOf(Refused.class);
        assertThat(followUps.of(id)).isEmpty();
    }

    /** The step's form in Tasklist may be older than what was written on the page. */
    @Test
    void theStepOverwritesAndRemovesNothingThatItsFormDidNotShow() {
        PostmortemId id = scene.postmortem(SEV_1, service);
        UUID one = added(id, "Add an alert for waiting requests", "");
        Map<String, Object> old = new HashMap<>(row(id));
        UUID other = added(id, "Add a limit for requests", "");
        editFollowUp.change(
                one,
                0,
                Map.of("title", "Add an alert for lost requests", "kind", "detection", "team", "platform"),
                BEN);
        old.put("title", "Add a dashboard for waiting requests");

        assertThat(scene.problemsOf(id, Step.OPEN_FOLLOW_UPS, "kavya", Map.of("followUps", List.of(old))))
                .containsOnlyKeys("followUps[0].title");
        assertThat(scene.problemsOf(id, Step.OPEN_FOLLOW_UPS, "kavya", Map.of("followUps", List.of())))
                .isEmpty();

        assertThat(followUps.of(id)).extracting(FollowUp::id).containsExactly(one, other);
        assertThat(followUps.get(one).title()).isEqualTo("Add an alert for lost requests");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> row(PostmortemId id) {
        return ((List<Map<String, Object>>)
                        scene.prefill(id, Step.OPEN_FOLLOW_UPS).get("followUps"))
                .get(0);
    }

    private UUID added(PostmortemId id, String title, String factor) {
        return editFollowUp.add(
                id, Map.of("title", title, "kind", "mitigation", "team", "platform", "factor", factor), BEN);
    }
}
