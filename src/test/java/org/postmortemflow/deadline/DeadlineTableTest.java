package org.postmortemflow.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.shared.Severity.SEV_2;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.deadline.StoredDeadline.State;
import org.postmortemflow.deadline.StoredDeadline.Word;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.sla.DeadlineKind;
import org.postmortemflow.sla.Deadlines;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

/** The table of deadlines: what is kept, marked once, found again. */
@RoomSlice
class DeadlineTableTest {

    @Autowired
    Scene scene;

    @Autowired
    DeadlineRecords records;

    @Autowired
    RefreshDeadlines refresh;

    @Autowired
    WatchDeadlines watch;

    @Autowired
    Deadlines deadlines;

    @Autowired
    TestClock clock;

    private PostmortemId id;

    @BeforeEach
    void aNewPostmortem() {
        clock.reset();
        id = scene.postmortem(SEV_2);
    }

    @Test
    void whatIsWrittenIsReadAgainInTheOrderOfTheProcess() {
        refresh.later(id);

        assertThat(records.of(id))
                .extracting(StoredDeadline::kind)
                .containsExactly(DeadlineKind.SEVERITY_SET, DeadlineKind.OWNER_DESIGNATED, DeadlineKind.MEETING_HELD);
        StoredDeadline meeting = the(DeadlineKind.MEETING_HELD);
        assertThat(meeting.due()).isEqualTo(Instant.parse("2026-06-17T22:00:00Z"));
        assertThat(meeting.rule()).isEqualTo("R9: 5 business days");
        assertThat(meeting.inputs())
                .isEqualTo("severity: Sev-2\nresolution: Wed 10 Jun 2026 14:00 Europe/Berlin\nholidays: de");
        assertThat(meeting.version()).isEqualTo(deadlines.version());
        assertThat(the(DeadlineKind.SEVERITY_SET).state(clock.instant())).isEqualTo(State.MET);

        List<StoredDeadline> before = records.of(id);
        refresh.later(id);
        assertThat(records.of(id)).isEqualTo(before);
    }

    @Test
    void theSameDeadlineIsNotThereTwice() {
        refresh.later(id);

        assertThatThrownBy(() -> records.add(records.of(id))).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void oneOfTwoNodesMarksAMissedDeadline() {
        refresh.later(id);
        clock.advance(Duration.ofHours(2));
        StoredDeadline seenByBoth = the(DeadlineKind.OWNER_DESIGNATED);

        assertThat(records.unmarked(clock.instant(), 1000)).contains(seenByBoth);
        assertThat(records.markBreached(seenByBoth)).isTrue();
        assertThat(records.markBreached(seenByBoth)).isFalse();
        assertThat(records.unmarked(clock.instant(), 1000))
                .noneMatch(one -> one.postmortem().equals(id));
    }

    @Test
    void warningsReasonsAndExcusesSurviveAChange() {
        refresh.later(id);
        Instant now = clock.instant();
        records.warned(id, DeadlineKind.MEETING_HELD, "", now);
        records.explain(id, new Word("No room", new PersonId("kavya"), now));
        assertThat(records.excuse(id, DeadlineKind.MEETING_HELD, "", new Word("Fine", new PersonId("ines"), now)))
                .isTrue();
        assertThat(records.excuse(id, DeadlineKind.MESSAGE_POSTED, "", new Word("Fine", new PersonId("ines"), now)))
                .isFalse();

        records.change(List.of(the(DeadlineKind.MEETING_HELD)));
        refresh.later(id);

        StoredDeadline meeting = the(DeadlineKind.MEETING_HELD);
        assertThat(meeting.warnedAt()).isEqualTo(now);
        assertThat(meeting.lateReason()).isEqualTo(new Word("No room", new PersonId("kavya"), now));
        assertThat(meeting.excuse()).isEqualTo(new Word("Fine", new PersonId("ines"), now));
        records.unexplain(id);
        assertThat(the(DeadlineKind.MEETING_HELD).lateReason()).isNull();
    }

    @Test
    void aPostmortemWithoutDeadlinesOrWithThoseOfOtherSettingsGetsThemOnce() {
        assertThat(records.outdated(deadlines.version(), 1000)).contains(id);

        watch.recompute();

        assertThat(records.of(id)).hasSize(3);
        assertThat(records.outdated(deadlines.version(), 1000)).doesNotContain(id);
        assertThat(records.outdated("another", 1000)).contains(id);
        assertThat(scene.history(id)).noneMatch(line -> line.startsWith("Deadlines moved"));
    }

    @Test
    void openOnesAreFoundByTheirDueTimeTheEarliestFirst() {
        refresh.later(id);

        assertThat(records.open(Instant.parse("2026-06-30T00:00:00Z")))
                .filteredOn(one -> one.postmortem().equals(id))
                .extracting(StoredDeadline::kind)
                .containsExactly(DeadlineKind.OWNER_DESIGNATED, DeadlineKind.MEETING_HELD);
        assertThat(records.open(clock.instant()))
                .noneMatch(one -> one.postmortem().equals(id));
    }

    private StoredDeadline the(DeadlineKind kind) {
        return records.of(id).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
