package org.postmortemflow.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Severity.SEV_2;
import static org.postmortemflow.shared.Step.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.TestClock;
import org.postmortemflow.deadline.ExcuseDeadline;
import org.postmortemflow.followup.ChangeState;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.lifecycle.CancelPostmortem;
import org.postmortemflow.lifecycle.ChangeSeverity;
import org.postmortemflow.lifecycle.OverruleRequirement;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.meeting.MoveMeeting;
import org.postmortemflow.ownership.HandOver;
import org.postmortemflow.process.People;
import org.postmortemflow.process.ProcessTest;
import org.postmortemflow.process.Walk;
import org.postmortemflow.readership.KeepPrivate;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is done, the facts that are kept are those that would be computed from the record. */
@ProcessTest
class FactsProcessTest {

    private static final PersonId MANAGER = new PersonId("goran");

    @Autowired
    Walk walk;

    @Autowired
    FactRecords facts;

    @Autowired
    ChangeSeverity changeSeverity;

    @Autowired
    MoveMeeting moveMeeting;

    @Autowired
    HandOver handOver;

    @Autowired
    CancelPostmortem cancel;

    @Autowired
    OverruleRequirement overrule;

    @Autowired
    ExcuseDeadline excuse;

    @Autowired
    KeepPrivate keepPrivate;

    @Autowired
    FollowUps followUps;

    @Autowired
    ChangeState changeState;

    @BeforeEach
    void begin() {
        walk.reset();
    }

    @Test
    void aWholeLifecycleIsKeptAsItHappens() {
        PostmortemId id = walk.incident(SEV_1);
        PostmortemFact opened = kept(id);
        assertThat(opened.status()).isEqualTo(Status.DRAFT);
        assertThat(opened.team()).isEqualTo("checkout");
        assertThat(opened.services()).containsExactly("checkout-api");
        assertThat(opened.commander()).isEqualTo(People.COMMANDER);
        assertThat(opened.owner()).isNull();
        assertThat(opened.clockStart()).isEqualTo(TestClock.START);
        assertThat(opened.next()).extracting("kind").isEqualTo(DeadlineKind.OWNER_DESIGNATED);
        assertThat(opened.meeting().due()).isEqualTo(Instant.parse("2026-06-13T22:00:00Z"));

        walk.does(id, DESIGNATE_OWNER, People.COMMANDER);
        assertThat(kept(id).owner()).isEqualTo(People.OWNER);
        assertThat(kept(id).progress().ownerAt()).isEqualTo(TestClock.START);

        walk.does(id, SCHEDULE_MEETING, People.OWNER);
        assertThat(kept(id).meeting().start()).isEqualTo(walk.meeting(id).start());
        assertThat(kept(id).meeting().inTime()).isFalse();

        walk.upTo(id, REVIEW_POSTMORTEM);
        assertThat(kept(id).progress().writtenAt()).isNotNull();
        assertThat(kept(id).followUps().open()).isEqualTo(1);

        walk.does(
                id,
                REVIEW_POSTMORTEM,
                People.REVIEWER,
                Map.of("verdict", "changes", "comments", "More of the causes, please", "revise", List.of("analyse")));
        assertThat(kept(id).progress().sentBack()).isEqualTo(1);
        assertThat(kept(id).status()).isEqualTo(Status.DRAFT);

        walk.upTo(id, PUBLISH_EXTERNAL_MESSAGE);
        assertThat(kept(id).meeting().inTime()).isTrue();
        assertThat(kept(id).progress().reviewedAt()).isEqualTo(walk.meeting(id).start());
        walk.does(id, PUBLISH_EXTERNAL_MESSAGE, People.SUPPORT);

        PostmortemFact closed = kept(id);
        assertThat(closed.status()).isEqualTo(Status.CLOSED);
        assertThat(closed.progress().closedAt()).isEqualTo(walk.postmortem(id).closedAt());
        assertThat(closed.next()).extracting("kind").isEqualTo(DeadlineKind.FOLLOW_UP_DONE);
        FollowUp followUp = followUps.of(id).get(0);
        changeState.change(followUp.id(), FollowUp.State.DONE, "", null, People.OWNER);
        assertThat(kept(id).followUps().doneInTime()).isEqualTo(1);
        assertThat(kept(id).next()).isNull();
        changeState.change(followUp.id(), FollowUp.State.OPEN, "It came back", null, People.OWNER);
        assertThat(kept(id).followUps().open()).isEqualTo(1);
        assertThat(kept(id).followUps().doneInTime()).isZero();
    }

    @Test
    void changesAtAnyStepAreKeptToo() {
        PostmortemId id = walk.incident(SEV_2);
        walk.upTo(id, COLLECT_TIMELINE);
        Instant due = kept(id).meeting().due();

        changeSeverity.change(id, "sev-1", "More customers than we knew", People.COMMANDER);
        walk.runJobs(id);
        assertThat(kept(id).severity()).isEqualTo(SEV_1);
        assertThat(kept(id).meeting().due()).isBefore(due);

        Instant late = Instant.parse("2026-06-17T12:00:00Z");
        moveMeeting.move(id, late, 30, "Nobody could", People.OWNER);
        walk.runJobs(id);
        assertThat(kept(id).meeting().plannedLate()).isTrue();
        assertThat(kept(id).meeting().lateReason()).isEqualTo("Nobody could");

        excuse.excuse(id, DeadlineKind.MEETING_HELD, "", "Holidays", MANAGER);
        assertThat(kept(id).meeting().excuse()).isEqualTo("Holidays");

        handOver.handOver(id, new PersonId("liam"), "On leave", People.OWNER);
        walk.runJobs(id);
        assertThat(kept(id).owner()).isEqualTo(new PersonId("liam"));

        keepPrivate.makePrivate(id, "A hole that is still open", People.COMMANDER);
        assertThat(kept(id).isPrivate()).isTrue();
        keepPrivate.makeOpen(id, "It is mended", People.COMMANDER);
        assertThat(kept(id).isPrivate()).isFalse();

        walk.resolvedAgain(id, Duration.ofHours(3));
        assertThat(kept(id).clockStart()).isEqualTo(TestClock.START.plus(Duration.ofHours(3)));

        cancel.cancel(id, "Two reports of one incident", People.COMMANDER);
        walk.runJobs(id);
        assertThat(kept(id).status()).isEqualTo(Status.CANCELLED);
        assertThat(kept(id).endReason()).isEqualTo("Two reports of one incident");
        assertThat(kept(id).meeting().start()).isNull();
        assertThat(kept(id).next()).isNull();
    }

    @Test
    void aDeadlineThatIsMissedIsLateWithoutAnotherWrite() {
        PostmortemId id = walk.incident(SEV_1);
        PostmortemFact fact = kept(id);

        assertThat(fact.isLate(TestClock.START.plus(Duration.ofHours(2)).minusMillis(1)))
                .isFalse();
        assertThat(fact.isLate(TestClock.START.plus(Duration.ofHours(2)))).isTrue();
        walk.passUntil(id, TestClock.START.plus(Duration.ofDays(4)));
        assertThat(kept(id).meeting().missed(TestClock.START.plus(Duration.ofDays(4))))
                .isTrue();
    }

    @Test
    void aWaivedOneThatIsOpenedAfterAllIsAFactAgain() {
        PostmortemId id = walk.incident(SEV_1);
        overrule.overrule(id, false, "A drill", MANAGER);
        walk.runJobs(id);
        assertThat(kept(id).status()).isEqualTo(Status.WAIVED);
        assertThat(kept(id).next()).isNull();

        overrule.overrule(id, true, "No drill", MANAGER);
        walk.runJobs(id);
        assertThat(kept(id).status()).isEqualTo(Status.DRAFT);
        assertThat(kept(id).endReason()).isNull();
    }

    /** What is kept; it is the same as what a rebuild computes. */
    private PostmortemFact kept(PostmortemId id) {
        PostmortemFact fact = facts.find(id).orElseThrow();
        assertThat(facts.compute(List.of(id))).containsExactly(fact);
        return fact;
    }
}
