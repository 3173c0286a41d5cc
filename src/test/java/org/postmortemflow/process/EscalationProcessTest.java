package org.postmortemflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.shared.Severity.*;
import static org.postmortemflow.shared.Step.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;

/** Missed deadlines climb the ladder of {@code escalation-ladder.dmn}, and only missed ones. */
@ProcessTest
class EscalationProcessTest {

    private static final Duration MOMENT = Duration.ofMillis(1);

    private static final String COMMANDER = "ada@demo.example";
    private static final String OWNER = "kavya@demo.example";
    private static final String ENGINEERING_MANAGER = "emeka@demo.example";
    private static final String DIRECTOR = "ines@demo.example";
    private static final String LIAISON = "jonas@demo.example";
    private static final String SUPPORT_LEAD = "hana@demo.example";

    /** Who is told rung after rung; the last is told again and again. */
    private static final Map<Step, List<String>> LADDER = Map.ofEntries(
            Map.entry(SET_SEVERITY, List.of(COMMANDER, ENGINEERING_MANAGER, ENGINEERING_MANAGER)),
            Map.entry(DESIGNATE_OWNER, List.of(COMMANDER, ENGINEERING_MANAGER, ENGINEERING_MANAGER)),
            Map.entry(SCHEDULE_MEETING, List.of(OWNER, COMMANDER, ENGINEERING_MANAGER, DIRECTOR, DIRECTOR)),
            Map.entry(COLLECT_TIMELINE, List.of(OWNER, OWNER)),
            Map.entry(DESCRIBE_IMPACT, List.of(OWNER, OWNER)),
            Map.entry(ANALYSE, List.of(OWNER, OWNER)),
            Map.entry(OPEN_FOLLOW_UPS, List.of(OWNER, COMMANDER, COMMANDER)),
            Map.entry(DRAFT_EXTERNAL_MESSAGE, List.of(LIAISON, OWNER, OWNER)),
            Map.entry(REVIEW_POSTMORTEM, List.of(OWNER, OWNER)),
            Map.entry(HOLD_MEETING, List.of(COMMANDER, COMMANDER)),
            Map.entry(PUBLISH_EXTERNAL_MESSAGE, List.of(SUPPORT_LEAD, COMMANDER, COMMANDER)));

    @Autowired
    Walk walk;

    @BeforeEach
    void begin() {
        walk.reset();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aMissedStepClimbsItsLadderAndRepeatsUntilItIsDone(Step step) {
        PostmortemId id = arrivedAt(step);
        doAllOpenBut(id, step);
        Instant due = walk.open(id, step).due();
        List<String> ladder = LADDER.get(step);

        walk.passUntil(id, due.minus(MOMENT));
        assertThat(walk.escalations(id, step)).isEmpty();

        for (int rung = 1; rung <= ladder.size(); rung++) {
            walk.passUntil(id, rung == 1 ? due : walk.nextRung(id));
            assertThat(walk.escalations(id, step)).isEqualTo(ladder.subList(0, rung));
        }
        assertThat(walk.openSteps(id)).contains(step);

        walk.does(id, step, People.doing(walk.open(id, step)));
        walk.passUntil(id, due.plus(Duration.ofDays(9)));
        assertThat(walk.escalations(id, step)).isEqualTo(ladder);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aStepDoneInTimeIsNeverEscalated(Step step) {
        PostmortemId id = arrivedAt(step);
        Instant due = walk.open(id, step).due();

        walk.passUntil(id, due.minus(MOMENT));
        walk.does(id, step, People.doing(walk.open(id, step)));
        walk.passUntil(id, due.plus(Duration.ofDays(2)));

        assertThat(walk.escalations(id, step)).isEmpty();
    }

    @Test
    void anEscalationDoesNotInterruptTheWork() {
        PostmortemId id = walk.incident(SEV_1);
        String task = walk.open(id, DESIGNATE_OWNER).taskId();

        walk.passUntil(id, walk.open(id, DESIGNATE_OWNER).due());

        assertThat(walk.escalations(id, DESIGNATE_OWNER)).containsExactly(COMMANDER);
        assertThat(walk.open(id, DESIGNATE_OWNER).taskId()).isEqualTo(task);
    }

    @Test
    void stepsThatAreLateAtOnceAreEscalatedOnceInOneMailToEach() {
        PostmortemId id = arrivedAt(COLLECT_TIMELINE);

        walk.passUntil(id, walk.open(id, COLLECT_TIMELINE).due());

        assertThat(walk.escalations(id, COLLECT_TIMELINE)).containsExactly(OWNER);
        assertThat(walk.escalations(id, OPEN_FOLLOW_UPS)).containsExactly(OWNER);
        assertThat(walk.escalations(id, DRAFT_EXTERNAL_MESSAGE)).containsExactly(LIAISON);
        assertThat(walk.told(id, "step-overdue")).containsExactlyInAnyOrder(OWNER, LIAISON);
    }

    @Test
    void aClosedPostmortemLeavesNoEscalationBehind() {
        PostmortemId id = arrivedAt(PUBLISH_EXTERNAL_MESSAGE);
        walk.passUntil(id, walk.open(id, PUBLISH_EXTERNAL_MESSAGE).due());

        walk.does(id, PUBLISH_EXTERNAL_MESSAGE, People.SUPPORT);

        assertThat(walk.isRunning(id)).isFalse();
    }

    private PostmortemId arrivedAt(Step step) {
        Severity severity = step == SET_SEVERITY ? null : SEV_1;
        PostmortemId id = walk.incident(severity);
        walk.upTo(id, step);
        return id;
    }

    private void doAllOpenBut(PostmortemId id, Step step) {
        walk.openSteps(id).stream()
                .filter(open -> open != step)
                .forEach(open -> walk.does(id, open, People.doing(walk.open(id, open))));
    }
}
