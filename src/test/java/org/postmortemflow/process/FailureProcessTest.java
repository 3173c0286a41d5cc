package org.postmortemflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.*;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A technical failure is retried, then waits where an operator sees it, and a retry there heals it. */
@ProcessTest
class FailureProcessTest {

    @Autowired
    Walk walk;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    ManagementService managementService;

    @Autowired
    JdbcClient jdbc;

    private boolean broken;

    @BeforeEach
    void begin() {
        walk.reset();
    }

    @AfterEach
    void mend() {
        if (broken) {
            jdbc.sql("alter table outbox_message_away rename to outbox_message").update();
            broken = false;
        }
    }

    @Test
    void aFailingDelegateIsRetriedBecomesAnIncidentAndIsHealedByARetry() {
        PostmortemId id = walk.incident(SEV_1);
        walk.doesWithoutJobs(id, DESIGNATE_OWNER, People.COMMANDER);
        breakTheOutbox();

        for (int attempt = 5; attempt > 0; attempt--) {
            Job job = theJob(id);
            assertThat(job.getRetries()).isEqualTo(attempt);
            assertThatThrownBy(() -> managementService.executeJob(job.getId())).isNotNull();
        }

        assertThat(theJob(id).getRetries()).isZero();
        assertThat(openIncidents(id)).hasSize(1);
        assertThat(walk.openSteps(id)).isEmpty();

        mend();
        assertThat(walk.told(id, "owner-designated")).isEmpty();
        managementService.setJobRetries(theJob(id).getId(), 1);
        walk.passUntil(id, theJob(id).getDuedate().toInstant());

        assertThat(openIncidents(id)).isEmpty();
        assertThat(walk.told(id, "owner-designated")).containsExactly("kavya@demo.example");
        assertThat(walk.openSteps(id)).containsExactly(SCHEDULE_MEETING);
    }

    private void breakTheOutbox() {
        jdbc.sql("alter table outbox_message rename to outbox_message_away").update();
        broken = true;
    }

    private Job theJob(PostmortemId id) {
        return managementService
                .createJobQuery()
                .processInstanceId(instance(id))
                .singleResult();
    }

    private List<?> openIncidents(PostmortemId id) {
        return runtimeService
                .createIncidentQuery()
                .processInstanceId(instance(id))
                .list();
    }

    private String instance(PostmortemId id) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult()
                .getId();
    }
}
