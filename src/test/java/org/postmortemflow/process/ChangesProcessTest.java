package org.postmortemflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.shared.Severity.*;
import static org.postmortemflow.shared.Step.*;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.lifecycle.CancelPostmortem;
import org.postmortemflow.lifecycle.ChangeSeverity;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.meeting.MoveMeeting;
import org.postmortemflow.ownership.HandOver;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;

/** What can happen at any step: the meeting moves, the severity changes, the owner hands over, it is cancelled. */
@ProcessTest
class ChangesProcessTest {

    @Autowired
    Walk walk;

    @Autowired
    MoveMeeting moveMeeting;

    @Autowired
    ChangeSeverity changeSeverity;

    @Autowired
    HandOver handOver;

    @Autowired
    CancelPostmortem cancel;

    @BeforeEach
    void begin() {
        walk.reset();
    }

    @Test
    void aMovedMeetingMovesItsDeadlinesItsTimersAndTheInvites() {
        PostmortemId id = walk.incident(SEV_2);
        walk.upTo(id, COLLECT_TIMELINE);
        Instant before = walk.open(id, COLLECT_TIMELINE).due();
        Instant start = walk.meeting(id).start().plus(Duration.ofDays(1));

        moveMeeting.move(id, start, 30, "", People.OWNER);
        walk.runJobs(id);

        assertThat(walk.open(id, COLLECT_TIMELINE).due()).isEqualTo(start.minus(Duration.ofHours(24)));
        assertThat(walk.told(id, "meeting-moved")).contains("ada@demo.example");
        assertThat(walk.meeting(id).sequence()).isEqualTo(1);

        walk.passUntil(id, before);
        assertThat(walk.escalations(id, COLLECT_TIMELINE)).isEmpty();
        walk.passUntil(id, start.minus(Duration.ofHours(24)));
        assertThat(walk.escalations(id, COLLECT_TIMELINE)).hasSize(1);
    }

    @Test
    void anEscalationStopsWhenTheMeetingMovesAheadAndStartsAgainAtTheNewDeadline() {
        PostmortemId id = walk.incident(SEV_2);
        walk.upTo(id, COLLECT_TIMELINE);
        walk.passUntil(id, walk.open(id, COLLECT_TIMELINE).due());
        assertThat(walk.escalations(id, COLLECT_TIMELINE)).hasSize(1);

        Instant start = Instant.parse("2026-06-17T12:00:00Z");
        moveMeeting.move(id, start, 30, "", People.OWNER);
        walk.passUntil(id, start.minus(Duration.ofHours(24)).minusMillis(1));
        assertThat(walk.escalations(id, COLLECT_TIMELINE)).hasSize(1);

        walk.passUntil(id, start.minus(Duration.ofHours(24)));
        assertThat(walk.escalations(id, COLLECT_TIMELINE)).hasSize(2);
    }

    @Test
    void aChangedSeverityIsKeptAndTheProcessGoesOn() {
        PostmortemId id = walk.incident(SEV_2);
        walk.upTo(id, SCHEDULE_MEETING);

        changeSeverity.change(id, "sev-1", "More customers than we knew", People.COMMANDER);
        walk.runJobs(id);

        assertThat(walk.postmortem(id).severity()).isEqualTo(SEV_1);
        assertThat(walk.openSteps(id)).containsExactly(SCHEDULE_MEETING);
        assertThat(walk.history(id)).contains("Severity: Sev-1: More customers than we knew");
    }

    @Test
    void anIncidentResolvedAgainMovesTheDeadlinesVisibly() {
        PostmortemId id = walk.incident(SEV_1);
        Instant before = walk.open(id, DESIGNATE_OWNER).due();

        walk.resolvedAgain(id, Duration.ofHours(3));

        assertThat(walk.open(id, DESIGNATE_OWNER).due()).isEqualTo(before.plus(Duration.ofHours(3)));
        assertThat(walk.history(id)).anyMatch(line -> line.contains("resolved again"));
        walk.passUntil(id, before.plus(Duration.ofHours(3)).minusMillis(1));
        assertThat(walk.escalations(id, DESIGNATE_OWNER)).isEmpty();
    }

    @Test
    void aHandedOverPostmortemTakesTheOwnersTasksWithItAndLeavesOthersTheirs() {
        PostmortemId id = walk.incident(SEV_1);
        walk.upTo(id, COLLECT_TIMELINE);
        PersonId ben = new PersonId("liam");

        handOver.handOver(id, ben, "On leave from tomorrow", People.OWNER);
        walk.runJobs(id);

        assertThat(walk.open(id, ANALYSE).assignee()).isEqualTo(ben);
        assertThat(walk.open(id, COLLECT_TIMELINE).assignee()).isEqualTo(People.SCRIBE);
        assertThat(walk.told(id, "owner-designated")).containsExactly("kavya@demo.example", "liam@demo.example");
    }

    @Test
    void aCancelledPostmortemEndsEverythingThatIsOpenAndCallsTheMeetingOff() {
        PostmortemId id = walk.incident(SEV_1);
        walk.upTo(id, COLLECT_TIMELINE);

        cancel.cancel(id, "Two reports of one incident", People.OWNER);
        walk.runJobs(id);

        assertThat(walk.status(id)).isEqualTo(Status.CANCELLED);
        assertThat(walk.openSteps(id)).isEmpty();
        assertThat(walk.isRunning(id)).isFalse();
        assertThat(walk.told(id, "meeting-cancelled")).contains("ada@demo.example");
        walk.passUntil(id, Instant.parse("2026-06-30T00:00:00Z"));
        assertThat(walk.told(id, "step-overdue")).isEmpty();
    }
}
