package org.postmortemflow.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.DESIGNATE_OWNER;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.OutboxSpy;
import org.postmortemflow.ProcessSpy;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.ownership.Owners.Ownership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** R3: ownership can be handed over; the history of owners stays. */
@RoomSlice
class HandOverTest {

    private static final PersonId LIAM = new PersonId("liam");

    @Autowired
    Scene scene;

    @Autowired
    HandOver handOver;

    @Autowired
    NotifyOwner notifyOwner;

    @Autowired
    Owners owners;

    @Autowired
    Postmortems postmortems;

    @Autowired
    ProcessSpy process;

    @Autowired
    OutboxSpy outbox;

    private PostmortemId id;

    @BeforeEach
    void kavyaOwnsIt() {
        id = scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada"));
        scene.does(id, DESIGNATE_OWNER, "ada", Map.of("owner", "kavya"));
    }

    @Test
    void theNewOwnerOwnsItTheOldOneStaysKnownAndTheProcessIsTold() {
        handOver.handOver(id, LIAM, "On leave from tomorrow", new PersonId("kavya"));

        assertThat(owners.current(id).map(Ownership::owner)).contains(LIAM);
        assertThat(owners.all(id)).extracting(Ownership::owner).containsExactly(new PersonId("kavya"), LIAM);
        assertThat(scene.history(id)).contains("Owner: Liam O'Connor, before Kavya Raman: On leave from tomorrow");
        assertThat(process.callsOf(id)).containsExactly("start", "ownerHandedOver");
    }

    @Test
    void everyOwnerIsToldAlsoOneWhoGetsItBack() {
        notifyOwner.notify(id);
        handOver.handOver(id, LIAM, "On leave", new PersonId("kavya"));
        notifyOwner.notify(id);
        handOver.handOver(id, new PersonId("kavya"), "Back again", LIAM);
        notifyOwner.notify(id);

        assertThat(outbox.about(id))
                .extracting(mail -> mail.to().email())
                .containsExactly("kavya@demo.example", "liam@demo.example", "kavya@demo.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kavya", "ada", "emeka", "admin"})
    void theOwnerTheCommanderManagersAndAdministratorsMayHandOver(String person) {
        handOver.handOver(id, LIAM, "Knows the service", new PersonId(person));

        assertThat(owners.current(id).map(Ownership::owner)).contains(LIAM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ben", "liam", "stranger"})
    void othersMayNot(String person) {
        assertRefused("", LIAM, "Knows the service", person);
    }

    @Test
    void whatCannotBeMeantIsRefusedBesideItsField() {
        assertRefused("owner", new PersonId("stranger"), "Knows the service", "kavya");
        assertRefused("owner", new PersonId("kavya"), "Knows the service", "kavya");
        assertRefused("owner", new PersonId(""), "Knows the service", "kavya");
        assertRefused("reason", LIAM, " ", "kavya");
    }

    @Test
    void anEndedPostmortemKeepsItsOwner() {
        postmortems.moveTo(id, Status.CANCELLED, null, "twice");

        assertRefused("", LIAM, "Knows the service", "kavya");
    }

    @Test
    void beforeAnOwnerIsDesignatedThereIsNothingToHandOver() {
        id = scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada"));

        assertThatThrownBy(() -> handOver.handOver(id, LIAM, "Knows the service", new PersonId("ada")))
                .isInstanceOf(Refused.class);
        assertThat(owners.all(id)).isEmpty();
    }

    private void assertRefused(String field, PersonId newOwner, String reason, String by) {
        assertThatThrownBy(() -> handOver.handOver(id, newOwner, reason, new PersonId(by)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problems()).containsOnlyKeys(field));
        assertThat(owners.all(id)).extracting(Ownership::owner).containsExactly(new PersonId("kavya"));
        assertThat(process.callsOf(id)).doesNotContain("ownerHandedOver");
    }
}
