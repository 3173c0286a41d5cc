package org.postmortemflow.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.DESIGNATE_OWNER;
import static org.postmortemflow.shared.Step.SCHEDULE_MEETING;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.OutboxSpy;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.escalation.EscalateByHand.Choice;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.MailText;
import org.postmortemflow.people.Person;
import org.postmortemflow.readership.KeepPrivate;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** Telling somebody of the ladder before or beside the process. */
@RoomSlice
class EscalateByHandTest {

    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId EMEKA = new PersonId("emeka");
    private static final PersonId INES = new PersonId("ines");

    @Autowired
    EscalateByHand escalateByHand;

    @Autowired
    Scene scene;

    @Autowired
    Steps steps;

    @Autowired
    KeepPrivate keepPrivate;

    @Autowired
    OutboxSpy outbox;

    @Autowired
    MailText texts;

    private PostmortemId id;
    private String task;
    private int before;

    /** Chloé of Payments owns it: Emeka and Inês are her managers. */
    @BeforeEach
    void chloeSchedules() {
        id = scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada"));
        scene.does(id, DESIGNATE_OWNER, "ada", Map.of("owner", "chloe"));
        task = "task-" + UUID.randomUUID();
        steps.opened(id, SCHEDULE_MEETING, task, new PersonId("chloe"), null, TestClock.START, "a day after");
        before = outbox.about(id).size();
    }

    @Test
    void theRungThatIsChosenHearsOfItWithTheReason() {
        assertThat(escalateByHand.escalate(id, "schedule-meeting/director", "Chloé is *ill*", EMEKA))
                .extracting(Person::id)
                .containsExactly(INES);

        Mail mail = outbox.about(id).get(before);
        assertThat(mail.to().email()).isEqualTo("ines@demo.example");
        assertThat(texts.render(mail.template(), mail.model()).text())
                .contains("Schedule meeting", "waits for Chloé Martin", "as director", "Chloé is *ill*");
        assertThat(scene.history(id))
                .last()
                .isEqualTo("Escalated by hand: Schedule meeting; told Inês Costa: Chloé is *ill*");
    }

    @Test
    void theSameRungHearsOfTheSameStepOnce() {
        escalateByHand.escalate(id, "schedule-meeting/director", "Chloé is ill", EMEKA);

        assertThatThrownBy(() -> escalateByHand.escalate(id, "schedule-meeting/director", "Really", ADA))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problems()).containsKey("choice"));
        assertThat(outbox.about(id)).hasSize(before + 1);
    }

    @Test
    void nobodyIsToldOfAStepThatIsDone() {
        steps.done(task, new PersonId("chloe"));

        assertThat(escalateByHand.choices(id, ADA)).isEmpty();
        assertThatThrownBy(() -> escalateByHand.escalate(id, "schedule-meeting/director", "Late", ADA))
                .isInstanceOf(Refused.class);
        assertThat(outbox.about(id)).hasSize(before);
    }

    @Test
    void itIsForTheCommanderTheOwnersManagersAndAdministrators() {
        assertThat(escalateByHand.mayEscalate(id, ADA)).isTrue();
        assertThat(escalateByHand.mayEscalate(id, EMEKA)).isTrue();
        assertThat(escalateByHand.mayEscalate(id, INES)).isTrue();
        assertThat(escalateByHand.mayEscalate(id, new PersonId("admin"))).isTrue();
        assertThat(escalateByHand.mayEscalate(id, new PersonId("chloe"))).isFalse();
        assertThat(escalateByHand.mayEscalate(id, new PersonId("liam"))).isFalse();

        assertThatThrownBy(() -> escalateByHand.escalate(id, "schedule-meeting/director", "Now", new PersonId("chloe")))
                .isInstanceOf(Refused.class);
        assertThat(outbox.about(id)).hasSize(before);
    }

    @Test
    void nobodyTellsThemselvesAndAReasonIsNeeded() {
        assertThat(escalateByHand.choices(id, EMEKA))
                .extracting(Choice::role)
                .containsExactly("incident-commander", "director");

        assertThatThrownBy(() -> escalateByHand.escalate(id, "schedule-meeting/director", " ", EMEKA))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problems()).containsKey("reason"));
    }

    @Test
    void ofAPrivateOneOnlyThoseCanBeToldWhoMayReadIt() {
        keepPrivate.makePrivate(id, "Customers' data", ADA);

        assertThat(escalateByHand.choices(id, new PersonId("admin")))
                .extracting(Choice::role)
                .containsExactly("incident-commander");
    }
}
