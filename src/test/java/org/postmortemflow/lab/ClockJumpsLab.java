package org.postmortemflow.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.DESIGNATE_OWNER;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.postmortemflow.process.People;
import org.postmortemflow.process.ProcessTest;
import org.postmortemflow.process.Walk;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;

/** Machines' clocks are set right while the program runs, are not the same everywhere, and twice a year people's clocks jump. */
@ProcessTest
class ClockJumpsLab {

    private static final String COMMANDER = "ada@demo.example";
    private static final String ENGINEERING_MANAGER = "emeka@demo.example";
    private static final List<String> TWO_RUNGS = List.of(COMMANDER, ENGINEERING_MANAGER);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration NEXT_RUNG = HOUR.multipliedBy(2);
    private static final Duration ONCE_MORE = HOUR.multipliedBy(4);

    @Autowired
    Walk walk;

    private final List<String> seen = new ArrayList<>();

    @BeforeEach
    void begin() {
        walk.reset();
    }

    @AfterEach
    void end() {
        walk.reset();
    }

    @Experiment(
            number = 12,
            name = "Clock jumps",
            what = "the clock jumps an hour on and back, an hour back and on, one node is an hour ahead; both changes"
                    + " of summer time",
            passMark = "each rung of the escalation once, whatever the clock does")
    void noEscalationIsDoubledOrMissed(Finding finding) {
        check("an hour on and back", this::anHourOnAndBack);
        check("done after a wrong alarm", this::doneInTimeAfterAWrongAlarm);
        check("an hour back and on", this::anHourBackAndOn);
        check("a node an hour ahead", this::aNodeThatIsAnHourAhead);
        check("summer time begins", () -> throughTheNight(Instant.parse("2026-03-28T22:30:00Z")));
        check("summer time ends", () -> throughTheNight(Instant.parse("2026-10-24T22:30:00Z")));
        finding.measured("as without jumps: %s", String.join(", ", seen));
    }

    private void check(String what, Runnable run) {
        walk.reset();
        run.run();
        seen.add(what);
    }

    /** What was told too early by the wrong clock is not told again when it was right again. */
    private void anHourOnAndBack() {
        PostmortemId id = walk.incident(SEV_1);
        Instant due = due(id);
        jumpTo(id, due.minus(HOUR.dividedBy(2)));
        expect(id, List.of());
        jumpTo(id, due.plus(HOUR.dividedBy(2)));
        expect(id, List.of(COMMANDER));
        jumpTo(id, due.minus(HOUR.dividedBy(2)));
        jumpTo(id, due);
        jumpTo(id, due.plus(HOUR));
        expect(id, List.of(COMMANDER));
        jumpTo(id, due.plus(NEXT_RUNG).plus(HOUR));
        expect(id, TWO_RUNGS);
    }

    private void doneInTimeAfterAWrongAlarm() {
        PostmortemId id = walk.incident(SEV_1);
        Instant due = due(id);
        jumpTo(id, due.plus(MINUTE));
        jumpTo(id, due.minus(HOUR));
        walk.does(id, DESIGNATE_OWNER, People.COMMANDER);
        jumpTo(id, due.plus(DAY.multipliedBy(2)));
        expect(id, List.of(COMMANDER));
    }

    private void anHourBackAndOn() {
        PostmortemId id = walk.incident(SEV_1);
        Instant due = due(id);
        jumpTo(id, due.plus(MINUTE));
        expect(id, List.of(COMMANDER));
        for (int minutes = -59; minutes < 60; minutes += 7) {
            jumpTo(id, due.plus(MINUTE.multipliedBy(minutes)));
        }
        expect(id, List.of(COMMANDER));
        Instant second = walk.nextRung(id);
        jumpTo(id, second.minus(MINUTE));
        expect(id, List.of(COMMANDER));
        jumpTo(id, second.plus(HOUR));
        jumpTo(id, second);
        expect(id, TWO_RUNGS);
    }

    /** Both look every quarter of an hour; what is told too early by the one is not told again by the other. */
    private void aNodeThatIsAnHourAhead() {
        PostmortemId id = walk.incident(SEV_1);
        Instant due = due(id);
        for (int quarters = -6; quarters <= 4 * 7; quarters++) {
            Instant now = due.plus(MINUTE.multipliedBy(15L * quarters));
            jumpTo(id, now.plus(HOUR));
            jumpTo(id, now);
            expect(id, toldUntil(now.plus(HOUR), due));
        }
    }

    /** Every quarter of an hour, from the evening before to the second night. */
    private void throughTheNight(Instant evening) {
        walk.setClocks(evening);
        PostmortemId id = walk.incident(SEV_1);
        Instant due = due(id);
        assertThat(due).isEqualTo(evening.plus(HOUR.multipliedBy(2)));
        for (int quarters = 1; quarters <= 4 * 30; quarters++) {
            Instant now = evening.plus(MINUTE.multipliedBy(15L * quarters));
            jumpTo(id, now);
            expect(id, toldUntil(now, due));
        }
    }

    private static List<String> toldUntil(Instant now, Instant due) {
        List<String> told = new ArrayList<>(now.isBefore(due) ? List.of() : List.of(COMMANDER));
        for (Instant again = due.plus(NEXT_RUNG); !again.isAfter(now); again = again.plus(ONCE_MORE)) {
            told.add(ENGINEERING_MANAGER);
        }
        return told;
    }

    /** The clock is there, wherever it was, and what is due there runs. */
    private void jumpTo(PostmortemId id, Instant then) {
        walk.setClocks(then);
        walk.runJobs(id);
    }

    private Instant due(PostmortemId id) {
        return walk.open(id, DESIGNATE_OWNER).due();
    }

    private void expect(PostmortemId id, List<String> told) {
        assertThat(walk.escalations(id, DESIGNATE_OWNER)).isEqualTo(told);
    }
}
