package org.postmortemflow.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.postmortemflow.people.DemoOrganisation;
import org.postmortemflow.process.contract.PostmortemModel;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;

/** What the picture says at a timer is when, with the default settings, the timer fires. */
class TimerLabelsTest {

    private static final Instant MEETING = Instant.parse("2026-06-12T07:00:00Z");

    private final Collection<BoundaryEvent> events = Bpmn.readModelFromFile(
                    Path.of("processes", "postmortem.bpmn").toFile())
            .getModelElementsByType(BoundaryEvent.class);

    private final Deadlines deadlines = SlaScene.deadlines(
            DemoOrganisation.read(), new DeadlineSettings("by-severity", "resolution", h(1), h(2), 1, h(24), h(4), 1));

    @Test
    void aStepsTimerIsLabelledWithItsDeadline() {
        Instant resolved = Instant.parse("2026-06-10T12:00:00Z");
        Map<Step, Deadline> all = deadlines.of(
                SlaScene.inputs(Severity.SEV_1, resolved, resolved, MEETING, Duration.ofHours(1), MEETING));

        assertThat(all).containsOnlyKeys(Step.values());
        assertAll(events.stream()
                .filter(event -> event.getAttachedTo() instanceof UserTask && isTimer(event))
                .map(event -> () -> {
                    Step step = PostmortemModel.stepOf(event.getAttachedTo().getId())
                            .orElseThrow();
                    String because = all.get(step).because().replaceAll("(?i)\\bthe |^when ", "");
                    assertThat(because.toLowerCase(Locale.ROOT))
                            .as(event.getId())
                            .startsWith(event.getName().toLowerCase(Locale.ROOT));
                }));
    }

    @Test
    void theReviewIsAskedForWhenThePictureSaysSo() {
        assertThat(events)
                .filteredOn(event -> event.getId().equals("BoundaryEvent_ReviewRequestDue"))
                .extracting(BoundaryEvent::getName)
                .containsExactly(Duration.between(deadlines.reviewIsAskedAt(MEETING), MEETING)
                                .toHours() + " h before meeting");
    }

    private static boolean isTimer(BoundaryEvent event) {
        return event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    private static Duration h(int hours) {
        return Duration.ofHours(hours);
    }
}
