package org.postmortemflow.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.shared.Severity.SEV_1;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.followup.FollowUp.Decision;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R22 and R14: a ticket each, whose state is kept here and in the tracker. */
@RoomSlice
class TrackerTest {

    private static final PersonId BEN = new PersonId("ben");
    private static final PersonId LIAM = new PersonId("liam");

    @Autowired
    Scene scene;

    @Autowired
    FollowUps followUps;

    @Autowired
    EditFollowUp editFollowUp;

    @Autowired
    ChangeState changeState;

    @Autowired
    Tracker tracker;

    @Autowired
    JdbcClient jdbc;

    private PostmortemId id;
    private UUID alert;

    @BeforeEach
    void aFollowUpOfPayments() {
        id = scene.postmortem(SEV_1, Scene.responder(ResponderRole.INCIDENT_COMMANDER, "ada"));
        alert = editFollowUp.add(
                id, Map.of("title", "Add an alert for failed payments", "kind", "detection", "team", "payments"), BEN);
    }

    @Test
    void openingTheSameOneAgainMakesNoSecondTicket() {
        TicketReference ticket = Objects.requireNonNull(followUps.get(alert).ticket());

        assertThat(tracker.open(followUps.get(alert))).contains(ticket);
        assertThat(tracker.state(ticket)).contains(State.OPEN);
        assertThat(tickets()).isEqualTo(1);
    }

    @Test
    void twoThatOpenTheSameOneAtTheSameMomentMakeOneTicket() throws Exception {
        FollowUp followUp = followUps.get(alert);
        for (int round = 0; round < 20; round++) {
            jdbc.sql("delete from tracker_ticket where follow_up_id = ?")
                    .param(alert)
                    .update();
            CyclicBarrier start = new CyclicBarrier(2);
            Callable<TicketReference> open = () -> {
                start.await();
                return tracker.open(followUp).orElseThrow();
            };
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                List<Future<TicketReference>> both = threads.invokeAll(List.of(open, open));
                assertThat(both.get(0).get()).isEqualTo(both.get(1).get());
            } finally {
                threads.shutdown();
            }
            assertThat(tickets()).isEqualTo(1);
        }
    }

    @Test
    void aChangeOfStateIsKeptHereToldToTheTrackerAndNoted() {
        changeState.change(alert, State.DONE, "", State.OPEN, LIAM);
        changeState.change(alert, State.OPEN, "It came back.", State.DONE, LIAM);

        FollowUp now = followUps.get(alert);
        assertThat(now.progress().state()).isEqualTo(State.OPEN);
        assertThat(now.progress().reopened()).isEqualTo(1);
        assertThat(now.progress().doneAt()).isNull();
        assertThat(tracker.state(Objects.requireNonNull(now.ticket()))).contains(State.OPEN);
        assertThat(scene.history(id))
                .contains(
                        "Follow-up done: \"Add an alert for failed payments\".",
                        "Follow-up taken up again, open: \"Add an alert for failed payments\". It came back.");
    }

    @Test
    void sayingTheSameAgainChangesNothing() {
        changeState.change(alert, State.DONE, "", null, LIAM);
        int lines = scene.history(id).size();

        changeState.change(alert, State.DONE, "", State.OPEN, LIAM);

        assertThat(scene.history(id)).hasSize(lines);
    }

    /** The team, managers, the commander, administrators; not everybody. */
    @ParameterizedTest
    @ValueSource(strings = {"liam", "chloe", "emeka", "ada", "admin"})
    void whoAnswersForItMaySayHowFarItIs(String person) {
        changeState.change(alert, State.IN_PROGRESS, "", null, new PersonId(person));

        assertThat(followUps.get(alert).progress().by()).isEqualTo(new PersonId(person));
    }

    @Test
    void othersMayNot() {
        assertThatThrownBy(() -> changeState.change(alert, State.DONE, "", null, new PersonId("jonas")))
                .isInstanceOf(Refused.class);
        assertThat(followUps.get(alert).progress().state()).isEqualTo(State.OPEN);
    }

    @Test
    void itIsDeclinedWithAReasonOnly() {
        assertThatThrownBy(() -> changeState.change(alert, State.DECLINED, " ", null, LIAM))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problems()).containsOnlyKeys("reason"));

        changeState.change(alert, State.DECLINED, "The provider alerts us.", null, LIAM);

        assertThat(followUps.get(alert).progress().reason()).isEqualTo("The provider alerts us.");
    }

    /** R14: what the meeting declines is declined, and what it wants after all is open again. */
    @Test
    void theMeetingsWordMovesTheTicketToo() {
        followUps.decide(alert, Decision.DECLINED, "Costs more than it saves.");
        assertThat(followUps.get(alert).progress().state()).isEqualTo(State.DECLINED);
        assertThat(followUps.get(alert).progress().by()).isNull();
        assertThat(state()).isEqualTo(State.DECLINED);

        followUps.decide(alert, Decision.AGREED, "");
        assertThat(state()).isEqualTo(State.OPEN);
    }

    @Test
    void theMeetingsAgreementDoesNotOpenWhatIsDone() {
        changeState.change(alert, State.DONE, "", null, LIAM);

        followUps.decide(alert, Decision.AGREED, "");

        assertThat(state()).isEqualTo(State.DONE);
    }

    @Test
    void aTicketLeadsOnlyToAnAddress() {
        assertThatThrownBy(() -> new TicketReference("X-1", "javascript:alert(1)"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TicketReference("X-1", "//elsewhere.example"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private State state() {
        return tracker.state(Objects.requireNonNull(followUps.get(alert).ticket()))
                .orElseThrow();
    }

    private int tickets() {
        return jdbc.sql("select count(*) from tracker_ticket where follow_up_id = ?")
                .param(alert)
                .query(Integer.class)
                .single();
    }
}
