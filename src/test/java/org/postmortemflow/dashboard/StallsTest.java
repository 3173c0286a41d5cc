package org.postmortemflow.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.shared.Step.ANALYSE;
import static org.postmortemflow.shared.Step.DESIGNATE_OWNER;
import static org.postmortemflow.shared.Step.HOLD_MEETING;
import static org.postmortemflow.shared.Step.REVIEW_POSTMORTEM;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.TestClock;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Histories that are small enough to compute each figure by hand. Each test has a team of its own. */
@RoomSlice
class StallsTest {

    private static final Instant MAY = Instant.parse("2026-05-12T08:00:00Z");
    private static final PersonId LIAM = new PersonId("liam");

    private final String team = "team-" + UUID.randomUUID();

    @Autowired
    Stalls stalls;

    @Autowired
    TestClock clock;

    private PastSteps past;

    @Autowired
    void history(JdbcClient jdbc, BeanFactory beans) {
        past = new PastSteps(jdbc, beans);
    }

    /** 1, 2, 3, 4 and 10 hours: the third of five, and the fifth, because nine tenths of five is more than four. */
    @Test
    void lengthsAreRankedAndNeverMixed() {
        for (long hours : List.of(10, 2, 1, 4, 3)) {
            past.done(ofTeam(MAY), DESIGNATE_OWNER, MAY, hours, 2);
        }

        Stall.Passed passed = stall(DESIGNATE_OWNER).passed();

        assertThat(passed.done()).isEqualTo(5);
        assertThat(passed.median()).isEqualTo(Duration.ofHours(3));
        assertThat(passed.ninetieth()).isEqualTo(Duration.ofHours(10));
        assertThat(passed.longest()).isEqualTo(Duration.ofHours(10));
        assertThat(passed.isEnough()).isTrue();
    }

    @Test
    void theMedianOfAnEvenNumberIsTheLowerOfTheTwoInTheMiddle() {
        for (long hours : List.of(4, 1, 3, 2)) {
            past.done(ofTeam(MAY), DESIGNATE_OWNER, MAY, hours, 2);
        }

        assertThat(stall(DESIGNATE_OWNER).passed().median()).isEqualTo(Duration.ofHours(2));
        assertThat(stall(DESIGNATE_OWNER).passed().isEnough()).isFalse();
    }

    /** Due after two hours, done after 1, 2, 3 and 10: three are late, one of them by no time, the others by 1 and 8 hours. */
    @Test
    void whatIsDoneAtItsDueTimeIsLate() {
        for (long hours : List.of(1, 2, 3, 10)) {
            past.done(ofTeam(MAY), DESIGNATE_OWNER, MAY, hours, 2);
        }

        assertThat(stall(DESIGNATE_OWNER).passed().late()).isEqualTo(3);
        assertThat(stall(DESIGNATE_OWNER).passed().overdue()).isEqualTo(Duration.ofHours(9));
    }

    /** Open for 5 hours after it was due, and dropped 3 hours after: 8 hours; neither says how long the step takes. */
    @Test
    void openAndDroppedStepsAreLateButNotDone() {
        clock.set(MAY.plus(Duration.ofHours(6)));
        past.open(ofTeam(MAY), HOLD_MEETING, MAY, MAY.plus(Duration.ofHours(1)));
        past.open(ofTeam(MAY), HOLD_MEETING, MAY, null);
        past.dropped(ofTeam(MAY), HOLD_MEETING, MAY, MAY.plus(Duration.ofHours(4)), MAY.plus(Duration.ofHours(1)));

        Stall stall = stall(HOLD_MEETING);

        assertThat(stall.passed()).isEqualTo(new Stall.Passed(0, null, null, null, 2, 0, Duration.ofHours(8)));
        assertThat(stall.waiting()).isEqualTo(new Stall.Waiting(2, 1, MAY));
    }

    /** Done, done again, open once more: twice again. What was dropped before it was done was never sent back. */
    @Test
    void aStepIsDoneAgainOnlyAfterItWasDone() {
        PostmortemId sentBack = ofTeam(MAY);
        past.done(sentBack, ANALYSE, MAY, 1, 2);
        past.done(sentBack, ANALYSE, MAY.plusSeconds(60), 1, 2);
        past.open(sentBack, ANALYSE, MAY.plusSeconds(120), null);
        PostmortemId overruled = ofTeam(MAY);
        past.dropped(overruled, ANALYSE, MAY, MAY, MAY.plusSeconds(60));
        past.open(overruled, ANALYSE, MAY.plusSeconds(60), null);
        past.done(ofTeam(MAY), REVIEW_POSTMORTEM, MAY, 1, 2);

        assertThat(stall(ANALYSE).passed().again()).isEqualTo(2);
        assertThat(stall(ANALYSE).passed().done()).isEqualTo(2);
        assertThat(stall(REVIEW_POSTMORTEM).passed().again()).isZero();
    }

    /** The organisation is in Berlin: what was resolved at 22:30 UTC on the last of May was resolved in June. */
    @Test
    void monthsAreThoseOfTheResolutionInTheOrganisationsZoneAndOpenIsOpen() {
        Instant june = Instant.parse("2026-05-31T22:30:00Z");
        past.done(ofTeam(MAY), DESIGNATE_OWNER, MAY, 1, 2);
        past.done(ofTeam(june), DESIGNATE_OWNER, june, 5, 2);
        past.open(ofTeam(june), DESIGNATE_OWNER, june, null);

        assertThat(stall(DESIGNATE_OWNER).passed().done()).isEqualTo(1);
        assertThat(stall(DESIGNATE_OWNER).passed().longest()).isEqualTo(Duration.ofHours(1));
        assertThat(stall(DESIGNATE_OWNER).waiting().open()).isEqualTo(1);
    }

    @Test
    void otherTeamsAndSeveritiesAreLeftOut() {
        past.done(past.postmortem("other-" + team, Severity.SEV_1, MAY), ANALYSE, MAY, 1, 2);
        past.open(past.postmortem(team, Severity.SEV_2, MAY), ANALYSE, MAY, null);
        past.done(ofTeam(MAY), ANALYSE, MAY, 3, 4);
        FactFilter onlySev1 = new FactFilter(
                YearMonth.of(2026, 5),
                YearMonth.of(2026, 5),
                Set.of(team),
                Set.of(),
                Set.of(Severity.SEV_1),
                Set.of(),
                Set.of());

        Stall stall = stalls.figures(onlySev1).get(ANALYSE.ordinal());

        assertThat(stall.passed().done()).isEqualTo(1);
        assertThat(stall.waiting()).isEqualTo(Stall.Waiting.NONE);
    }

    @Test
    void whereMostTimeIsLostComesFirst() {
        past.done(ofTeam(MAY), ANALYSE, MAY, 100, 200);
        past.done(ofTeam(MAY), HOLD_MEETING, MAY, 3, 2);

        assertThat(stalls.figures(may()).stream().sorted(Stall.WORST_FIRST).map(Stall::step))
                .hasSize(Step.values().length)
                .startsWith(HOLD_MEETING, ANALYSE);
    }

    @Test
    void aPrivatePostmortemIsCountedAndItsRowIsNotShownToOthers() {
        PostmortemId secret = ofTeam(MAY);
        past.open(secret, ANALYSE, MAY, null);
        past.done(secret, DESIGNATE_OWNER, MAY, 1, 2);
        PostmortemId open = ofTeam(MAY);
        past.open(open, ANALYSE, MAY, null);
        past.done(open, DESIGNATE_OWNER, MAY, 1, 2);
        past.makePrivate(secret);

        StallVisits waiting = stalls.waiting(ANALYSE, may(), LIAM);
        StallVisits passed = stalls.passed(DESIGNATE_OWNER, may(), LIAM);

        assertThat(stall(ANALYSE).waiting().open()).isEqualTo(2);
        assertThat(waiting.shown()).extracting(StallVisit::postmortem).containsExactly(open);
        assertThat(passed.shown()).extracting(StallVisit::postmortem).containsExactly(open);
        assertThat(List.of(waiting.unreadable(), passed.unreadable())).containsOnly(1L);
        // ada has a step of it
        assertThat(stalls.waiting(ANALYSE, may(), new PersonId("ada")).shown()).hasSize(2);
    }

    private PostmortemId ofTeam(Instant clockStart) {
        return past.postmortem(team, Severity.SEV_1, clockStart);
    }

    private Stall stall(Step step) {
        return stalls.figures(may()).get(step.ordinal());
    }

    private FactFilter may() {
        return FactFilter.ALL
                .within(YearMonth.of(2026, 5), YearMonth.of(2026, 5))
                .of(Set.of(team));
    }
}
