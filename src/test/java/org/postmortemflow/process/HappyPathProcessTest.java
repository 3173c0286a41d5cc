package org.postmortemflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Severity.SEV_2;
import static org.postmortemflow.shared.Step.*;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class HappyPathProcessTest {

    @Autowired
    Walk walk;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtimeService;

    @BeforeEach
    void begin() {
        AbstractAssertions.init(engine);
        walk.reset();
    }

    @Test
    void aSev1WithAnExternalMessageGoesThroughEveryStepToClosed() {
        PostmortemId id = walk.incident(SEV_1);
        ProcessInstance instance = instanceOf(id);

        assertThat(instance).isWaitingAtExactly("Task_DesignateOwner").hasNotPassed("Task_SetSeverity");
        assertThat(walk.status(id)).isEqualTo(Status.DRAFT);

        walk.does(id, DESIGNATE_OWNER, People.COMMANDER);
        assertThat(instance).hasPassed("Task_NotifyOwner").isWaitingAtExactly("Task_ScheduleMeeting");
        assertThat(walk.told(id, "owner-designated")).containsExactly("kavya@demo.example");

        walk.does(id, SCHEDULE_MEETING, People.OWNER);
        assertThat(instance).hasPassed("Task_SendInvites");
        assertThat(walk.told(id, "meeting-invite")).contains("ada@demo.example", "kavya@demo.example");
        assertThat(walk.openSteps(id))
                .containsExactly(COLLECT_TIMELINE, DESCRIBE_IMPACT, ANALYSE, OPEN_FOLLOW_UPS, DRAFT_EXTERNAL_MESSAGE);

        for (Step step : walk.openSteps(id)) {
            assertThat(walk.told(id, "review-asked")).isEmpty();
            walk.does(id, step, People.doing(walk.open(id, step)));
        }
        assertThat(walk.status(id)).isEqualTo(Status.IN_REVIEW);
        assertThat(walk.told(id, "review-asked")).contains("liam@demo.example");

        walk.does(id, REVIEW_POSTMORTEM, People.REVIEWER);
        assertThat(walk.status(id)).isEqualTo(Status.IN_REVIEW);

        walk.passToMeeting(id);
        walk.does(
                id,
                HOLD_MEETING,
                People.doing(walk.open(id, HOLD_MEETING)),
                Map.of("contentAgreed", true, "messageApproved", true));
        assertThat(walk.status(id)).isEqualTo(Status.REVIEWED);
        assertThat(walk.told(id, "result-shared")).contains("engineering@demo.example");
        assertThat(instance).isWaitingAtExactly("Task_PublishExternalMessage");

        walk.does(id, PUBLISH_EXTERNAL_MESSAGE, People.SUPPORT);
        assertThat(walk.status(id)).isEqualTo(Status.CLOSED);
        assertThat(walk.isRunning(id)).isFalse();
        assertThat(walk.told(id, "step-overdue")).isEmpty();
    }

    @Test
    void aSev2WithoutExternalMessageGoesFromTheMeetingStraightToClosed() {
        PostmortemId id = walk.incident(SEV_2);
        walk.does(id, DESIGNATE_OWNER, People.COMMANDER, Map.of("owner", "kavya", "customersAffected", false));
        walk.does(id, SCHEDULE_MEETING, People.OWNER);

        assertThat(walk.openSteps(id)).doesNotContain(DRAFT_EXTERNAL_MESSAGE);
        walk.upTo(id, HOLD_MEETING);
        walk.passToMeeting(id);
        walk.does(id, HOLD_MEETING, People.doing(walk.open(id, HOLD_MEETING)));

        assertThat(walk.status(id)).isEqualTo(Status.CLOSED);
        assertThat(walk.isRunning(id)).isFalse();
        assertThat(walk.told(id, "external-message-to-post")).isEmpty();
    }

    @Test
    void theProcessCarriesOnlySmallVariablesThatItsContractNames() {
        PostmortemId id = walk.incident(SEV_1);
        walk.upTo(id, REVIEW_POSTMORTEM);

        Map<String, Object> variables =
                runtimeService.getVariables(instanceOf(id).getId());

        assertThat(ProcessState.allowed()).containsAll(variables.keySet());
        assertThat(variables.values())
                .allSatisfy(value -> assertThat(value)
                        .satisfiesAnyOf(
                                v -> assertThat(v).isNull(),
                                v -> assertThat(v).isInstanceOfAny(String.class, Boolean.class, java.util.Date.class)));
    }

    private ProcessInstance instanceOf(PostmortemId id) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult();
    }
}
