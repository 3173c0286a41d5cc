package org.postmortemflow.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.*;
import static org.postmortemflow.shared.Severity.*;
import static org.postmortemflow.shared.Step.DESIGNATE_OWNER;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postmortemflow.OutboxSpy;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.ownership.Owners.Ownership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** R2, R3: exactly one owner, from ranked candidates, told directly. */
@RoomSlice
class DesignateOwnerTest {

    @Autowired
    Scene scene;

    @Autowired
    Owners owners;

    @Autowired
    NotifyOwner notifyOwner;

    @Autowired
    Postmortems postmortems;

    @Autowired
    OutboxSpy outbox;

    @Test
    void candidatesStandInTheOrderOfTheCriteriaEachWithTheReason() {
        PostmortemId id = scene.postmortem(
                SEV_1,
                responder(RESPONDER, "liam"),
                responder(TRIGGERED_RESPONSE, "chloe"),
                responder(PRIMARY_ON_CALL, "kavya"),
                responder(STABILISED_SERVICE, "deniz"),
                responder(INCIDENT_COMMANDER, "ada"));

        assertThat(candidates(id))
                .containsExactly(
                        "Ada Okafor: took a leadership role (incident commander)",
                        "Deniz Yılmaz: performed the task that stabilised the service",
                        "Kavya Raman: primary on-call of the most affected service; in the team of Checkout API",
                        "Chloé Martin: triggered the response",
                        "Liam O'Connor: responder",
                        "Ben Fischer: in the team of Checkout API");
    }

    @Test
    void somebodyWithSeveralReasonsStandsOnceAtTheBestPlace() {
        PostmortemId id = scene.postmortem(
                SEV_1, responder(TRIGGERED_RESPONSE, "liam"), responder(RESPONDER, "chloe"), responder(DEPUTY, "liam"));

        assertThat(candidates(id))
                .first()
                .isEqualTo("Liam O'Connor: took a leadership role (deputy); triggered the response");
        assertThat(candidates(id)).filteredOn(label -> label.startsWith("Liam")).hasSize(1);
    }

    @Test
    void whoIsNotInTheOrganisationIsNoCandidate() {
        PostmortemId id = scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "stranger"));

        assertThat(candidates(id)).isNotEmpty().noneMatch(label -> label.contains("stranger"));
    }

    @Test
    void whenNothingIsKnownEverybodyIsACandidate() {
        PostmortemId id = scene.postmortem(SEV_1, "unheard-of");

        assertThat(candidates(id)).contains("Mei Chen: works at Demo Shop");
    }

    @Test
    void theChosenPersonOwnsThePostmortemAndTheHistorySaysSo() {
        PostmortemId id = scene.postmortem(SEV_2);

        scene.does(id, DESIGNATE_OWNER, "ada", Map.of("owner", "kavya", "customersAffected", "false"));

        assertThat(owners.all(id))
                .containsExactly(new Ownership(new PersonId("kavya"), TestClock.START, new PersonId("ada")));
        assertThat(owners.current(id)).contains(owners.all(id).get(0));
        assertThat(scene.history(id)).contains("Owner: Kavya Raman.");
        assertThat(postmortems.get(id).customersAffected()).isFalse();
    }

    @Test
    void customersCountAsAffectedByMajorIncidentsUnlessSomebodySaysOtherwise() {
        assertThat(scene.prefill(scene.postmortem(SEV_1), DESIGNATE_OWNER)).containsEntry("customersAffected", true);
        assertThat(scene.prefill(scene.postmortem(SEV_3), DESIGNATE_OWNER)).containsEntry("customersAffected", false);
    }

    @Test
    void nobodyAGroupOrAStrangerIsRefusedAndNothingChanges() {
        PostmortemId id = scene.postmortem(SEV_1);

        assertRefused(id, "");
        assertRefused(id, List.of("kavya", "ben"));
        assertRefused(id, "stranger");
        assertThat(owners.current(id)).isEmpty();
    }

    @Test
    void theOwnerIsToldOnceWithTheMeetingsDeadline() {
        PostmortemId id = scene.postmortem(SEV_1);
        scene.does(id, DESIGNATE_OWNER, "ada", Map.of("owner", "kavya"));
        assertThat(outbox.about(id)).isEmpty();

        notifyOwner.notify(id);
        notifyOwner.notify(id);

        assertThat(outbox.about(id)).hasSize(1);
        Mail mail = outbox.about(id).get(0);
        assertThat(mail.template()).isEqualTo("owner-designated");
        assertThat(mail.to().email()).isEqualTo("kavya@demo.example");
        assertThat(mail.occasion()).isEqualTo("1");
        assertThat(mail.model().keySet()).isEqualTo(java.util.Set.of("title", "severity", "personName", "link", "due"));
        assertThat(mail.model().get("due").toString()).contains("Sun 14 Jun 2026", "Sev-1, 3 calendar days");
    }

    private List<String> candidates(PostmortemId id) {
        List<?> rows = (List<?>) scene.prefill(id, DESIGNATE_OWNER).get("candidates");
        return rows.stream()
                .map(row -> ((Map<?, ?>) row).get("label").toString())
                .toList();
    }

    private void assertRefused(PostmortemId id, Object owner) {
        assertThatThrownBy(() -> scene.does(id, DESIGNATE_OWNER, "ada", Map.of("owner", owner)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problems()).containsOnlyKeys("owner"));
    }
}
