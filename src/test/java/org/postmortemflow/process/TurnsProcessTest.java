package org.postmortemflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.*;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever has something to write is told when it begins, and once. */
@ProcessTest
class TurnsProcessTest {

    private static final String OWNER = "kavya@demo.example";
    private static final String SCRIBE = "ben@demo.example";
    private static final String LIAISON = "jonas@demo.example";

    @Autowired
    Walk walk;

    @Autowired
    TaskService taskService;

    @Autowired
    IdentityService identityService;

    private PostmortemId id;

    @BeforeEach
    void anIncidentWhosePostmortemIsToBeWritten() {
        walk.reset();
        id = walk.incident(SEV_1);
        walk.upTo(id, COLLECT_TIMELINE);
    }

    @Test
    void oneMailTellsEachPersonAllThatTheyHaveToWrite() {
        assertThat(walk.told(id, "your-turn")).containsExactlyInAnyOrder(OWNER, SCRIBE, LIAISON);
    }

    @Test
    void whatAReviewAsksForAgainIsToldToThoseWhoWriteIt() {
        walk.upTo(id, REVIEW_POSTMORTEM);
        assertThat(walk.told(id, "your-turn")).hasSize(3);

        walk.does(
                id,
                REVIEW_POSTMORTEM,
                People.REVIEWER,
                Map.of(
                        "verdict", "changes",
                        "comments", "The second graph contradicts the text.",
                        "revise", List.of("collect-timeline", "analyse")));

        assertThat(walk.told(id, "your-turn"))
                .hasSize(5)
                .filteredOn(OWNER::equals)
                .hasSize(2);
    }

    @Test
    void whoeverTakesAStepIsNotToldWhatTheyDidAndWhoeverIsGivenOneIs() {
        String task = walk.open(id, COLLECT_TIMELINE).taskId();

        identityService.setAuthentication("admin", List.of("camunda-admin"));
        try {
            taskService.setAssignee(task, "admin");
            assertThat(walk.told(id, "your-turn")).hasSize(3);

            taskService.setAssignee(task, "liam");
        } finally {
            identityService.clearAuthentication();
        }
        assertThat(walk.told(id, "your-turn")).hasSize(4).endsWith("liam@demo.example");
    }
}
