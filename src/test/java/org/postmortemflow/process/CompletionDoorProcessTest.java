package org.postmortemflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.DESCRIBE_IMPACT;
import static org.postmortemflow.shared.Step.DESIGNATE_OWNER;
import static org.postmortemflow.shared.Step.SCHEDULE_MEETING;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;

/** Programs complete tasks without a form: {@code POST /task/{id}/complete} hands its variables to the process instance. */
@ProcessTest
class CompletionDoorProcessTest {

    @Autowired
    Walk walk;

    @Autowired
    TaskService taskService;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    IdentityService identityService;

    @Autowired
    Documents documents;

    @Autowired
    Owners owners;

    @BeforeEach
    void begin() {
        walk.reset();
    }

    @Test
    void whatAProgramSendsWithCompleteIsWhatItAnswers() {
        PostmortemId id = walk.incident(SEV_1);
        walk.upTo(id, DESCRIBE_IMPACT);

        complete(id, DESCRIBE_IMPACT, "kavya", Map.of("visibleMinutes", "42", "functionality", "Paying was slow."));

        assertThat(documents.of(id).text(SectionName.VISIBLE_MINUTES)).isEqualTo("42");
        assertThat(documents.of(id).text(SectionName.FUNCTIONALITY)).isEqualTo("Paying was slow.");
    }

    @Test
    void aFieldNamedLikeAProcessVariableIsReadToo() {
        PostmortemId id = walk.incident(SEV_1);

        complete(id, DESIGNATE_OWNER, "ada", Map.of("owner", "kavya", "customersAffected", false));
        walk.runJobs(id);

        assertThat(owners.current(id).orElseThrow().owner()).hasToString("kavya");
        assertThat(walk.openSteps(id)).containsExactly(SCHEDULE_MEETING);
    }

    @Test
    void nothingOfItStaysInTheProcessInstanceNorDecidesThere() {
        PostmortemId id = walk.incident(SEV_1);
        Map<String, Object> sent = Map.of("owner", "kavya", "reviewApproved", true, "waived", true, "note", "x");

        complete(id, DESIGNATE_OWNER, "ada", sent);
        walk.runJobs(id);

        Map<String, Object> held = runtimeService.getVariables(instance(id));
        assertThat(held.keySet()).isSubsetOf(ProcessState.allowed());
        assertThat(held).containsEntry("reviewApproved", false).containsEntry("waived", false);
    }

    @Test
    void aRefusedAnswerLeavesTheTaskOpen() {
        PostmortemId id = walk.incident(SEV_1);
        walk.upTo(id, DESCRIBE_IMPACT);

        assertThatThrownBy(() -> complete(id, DESCRIBE_IMPACT, "kavya", Map.of("visibleMinutes", "some")))
                .hasStackTraceContaining("whole number");

        assertThat(walk.openSteps(id)).contains(DESCRIBE_IMPACT);
        assertThat(documents.of(id).sections()).isEmpty();
    }

    private void complete(PostmortemId id, Step step, String person, Map<String, Object> variables) {
        String task = walk.open(id, step).taskId();
        identityService.setAuthenticatedUserId(person);
        try {
            taskService.setAssignee(task, new PersonId(person).value());
            taskService.complete(task, variables);
        } finally {
            identityService.clearAuthentication();
        }
    }

    private String instance(PostmortemId id) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult()
                .getId();
    }
}
