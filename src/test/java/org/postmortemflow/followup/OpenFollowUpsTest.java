package org.postmortemflow.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Severity.SEV_2;
import static org.postmortemflow.shared.Step.OPEN_FOLLOW_UPS;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.followup.FollowUp.Decision;
import org.postmortemflow.followup.FollowUps.Draft;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.annotation.Autowired;

/** R20 to R22: follow-ups that somebody can do, in the team that will do them. */
@RoomSlice
class OpenFollowUpsTest {

    private static final Map<String, Object> ALERT = Map.of(
            "title", "Add an alert for failed payments",
            "kind", "detection",
            "team", "payments",
            "priority", "P0",
            "assignee", "liam",
            "discuss", true,
            "context", "Nobody was paged.");

    @Autowired
    Scene scene;

    @Autowired
    FollowUps followUps;

    @Autowired
    TestClock clock;

    private PostmortemId id;

    @BeforeEach
    void anIncident() {
        id = scene.postmortem(SEV_1);
    }

    @AfterEach
    void backToTheStart() {
        clock.reset();
    }

    @Test
    void aFollowUpIsKeptWithLabelsAndDueDate() {
        open(ALERT);

        FollowUp followUp = followUps.of(id).get(0);
        assertThat(followUp.teamId()).isEqualTo("payments");
        assertThat(followUp.discuss()).isTrue();
        assertThat(followUp.decision()).isNull();
        assertThat(followUp.labels()).containsExactly("sev1", "sev1_20260610");
        assertThat(followUps.teamsWithFollowUps(id)).containsExactly("payments");
    }

    /** R22: 15 days for Sev-1, else 30; the day it is opened is not counted, in Berlin. */
    @ParameterizedTest
    @CsvSource({
        "SEV_1, 2026-06-25T22:00:00Z",
        "SEV_2, 2026-07-10T22:00:00Z",
        "SEV_3, 2026-07-10T22:00:00Z",
        ", 2026-07-10T22:00:00Z"
    })
    void theDueDateDependsOnTheSeverity(@Nullable Severity severity, Instant due) {
        id = scene.postmortem(severity);
        open(ALERT);

        assertThat(followUps.of(id)).extracting(FollowUp::due).containsExactly(due);
    }

    @Test
    void thereAreNoLabelsWhileTheSeverityIsUnknown() {
        id = scene.postmortem(null);
        open(ALERT);

        assertThat(followUps.of(id).get(0).labels()).isEmpty();
    }

    @Test
    void everyRowSaysWhatItLacksAndNothingIsKept() {
        assertThat(problemsOf(
                        ALERT,
                        Map.of("title", "Improve monitoring", "team", "gone", "priority", "P2", "assignee", "nobody"),
                        with("title", "x y " + "z".repeat(500))))
                .containsOnlyKeys(
                        "followUps[1].title",
                        "followUps[1].kind",
                        "followUps[1].team",
                        "followUps[1].priority",
                        "followUps[1].assignee",
                        "followUps[2].title");
        assertThat(followUps.of(id)).isEmpty();
    }

    /** R22: the creator is not the assignee, also not when somebody else writes that down later. */
    @Test
    void whoOpensItDoesNotDoIt() {
        assertThat(problemsOf(with("assignee", "kavya"))).containsOnlyKeys("followUps[0].assignee");
        open(with("assignee", ""));

        Map<String, ?> filled = rows().get(0);
        Map<String, Object> handedBack = new HashMap<>(filled);
        handedBack.put("assignee", "kavya");
        assertThat(scene.problemsOf(id, OPEN_FOLLOW_UPS, "ben", Map.of("followUps", List.of(handedBack))))
                .containsOnlyKeys("followUps[0].assignee");
        handedBack.put("assignee", "ben");
        assertThat(scene.problemsOf(id, OPEN_FOLLOW_UPS, "ben", Map.of("followUps", List.of(handedBack))))
                .isEmpty();
    }

    /** R21: what is not worth doing is recorded with the reason. */
    @Test
    void noFollowUpNeedsAReason() {
        assertThat(problemsOf()).containsOnlyKeys("noneBecause");
        assertThat(problemsOf(Map.of("kind", "process", "priority", "P1"))).containsOnlyKeys("noneBecause");

        scene.does(id, OPEN_FOLLOW_UPS, "kavya", Map.of("noneBecause", "The service is switched off next week."));

        assertThat(followUps.of(id)).isEmpty();
        assertThat(followUps.noneBecause(id)).isEqualTo("The service is switched off next week.");
    }

    @Test
    void theReasonForNoneIsGoneWhenThereIsOne() {
        scene.does(id, OPEN_FOLLOW_UPS, "kavya", Map.of("noneBecause", "Nothing comes to mind."));
        open(ALERT);

        assertThat(followUps.noneBecause(id)).isEmpty();
    }

    @Test
    void aFollowUpThatIsReworkedStaysTheSame() {
        open(ALERT, with("title", "Write a runbook for payments"));
        FollowUp before = followUps.of(id).get(0);
        followUps.decide(before.id(), Decision.CHANGED, "A threshold is needed.");
        clock.advance(Duration.ofDays(3));
        Map<String, Object> reworded = new HashMap<>(rows().get(0));
        reworded.put("title", "Add an alert for failed payments above 1 %");

        open(
                with("title", "Test payments on large tables"),
                reworded,
                Map.of("id", rows().get(1).get("id")));

        assertThat(followUps.of(id))
                .extracting(FollowUp::title)
                .containsExactly("Test payments on large tables", "Add an alert for failed payments above 1 %");
        FollowUp after = followUps.of(id).get(1);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.due()).isEqualTo(before.due());
        assertThat(after.decision()).isEqualTo(Decision.CHANGED);
        assertThat(after.decisionReason()).isEqualTo("A threshold is needed.");
        assertThat(followUps.of(id).get(0).decision()).isNull();
    }

    @Test
    void aRowThatWasEmptiedIsTakenBack() {
        open(ALERT, with("title", "Write a runbook for payments"));
        String first = rows().get(0).get("id").toString();

        open(Map.of("id", first, "kind", "detection", "priority", "P0"), rows().get(1));

        assertThat(followUps.of(id)).extracting(FollowUp::title).containsExactly("Write a runbook for payments");
    }

    @Test
    void aFollowUpOfAnotherPostmortemCannotBeTaken() {
        PostmortemId other = scene.postmortem(SEV_2);
        scene.does(other, OPEN_FOLLOW_UPS, "kavya", Map.of("followUps", List.of(ALERT)));
        UUID theirs = followUps.of(other).get(0).id();

        open(with("id", theirs.toString()));

        assertThat(followUps.of(id).get(0).id()).isNotEqualTo(theirs);
        assertThat(followUps.of(other)).extracting(FollowUp::id).containsExactly(theirs);
    }

    /** Old documents rarely name a team that we know; who works on the step names one. */
    @Test
    void oneFromAnOldDocumentMayHaveNoTeamUntilTheStepIsDone() {
        Draft old =
                new Draft(null, "Add an alert for slow payments", FollowUp.Kind.DETECTION, null, "P1", null, false, "");
        followUps.write(id, List.of(old), "", new PersonId("kavya"));

        assertThat(followUps.of(id)).extracting(FollowUp::teamId).containsOnlyNulls();
        assertThat(followUps.teamsWithFollowUps(id)).isEmpty();
        assertThat(problemsOf(rows().get(0))).containsOnlyKeys("followUps[0].team");
    }

    private void open(Map<?, ?>... rows) {
        scene.does(id, OPEN_FOLLOW_UPS, "kavya", Map.of("followUps", List.of(rows)));
    }

    private Map<String, String> problemsOf(Map<?, ?>... rows) {
        return scene.problemsOf(id, OPEN_FOLLOW_UPS, "kavya", Map.of("followUps", List.of(rows)));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, ?>> rows() {
        return (List<Map<String, ?>>) scene.prefill(id, OPEN_FOLLOW_UPS).get("followUps");
    }

    private static Map<String, Object> with(String cell, Object value) {
        Map<String, Object> changed = new HashMap<>(ALERT);
        changed.put(cell, value);
        return changed;
    }
}
