package org.postmortemflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.shared.Severity.*;
import static org.postmortemflow.shared.Step.*;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postmortemflow.incident.Criterion;
import org.postmortemflow.lifecycle.OverruleRequirement;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;

/** R1: which incidents get a postmortem, and who may say otherwise. */
@ProcessTest
class RequirementProcessTest {

    @Autowired
    Walk walk;

    @Autowired
    OverruleRequirement overrule;

    @BeforeEach
    void begin() {
        walk.reset();
    }

    @Test
    void aLesserIncidentWithoutAnyReasonIsWaivedAndSaysWhy() {
        PostmortemId id = walk.incident(SEV_3);

        Postmortem waived = walk.postmortem(id);
        assertThat(waived.status()).isEqualTo(Status.WAIVED);
        assertThat(waived.required()).isFalse();
        assertThat(waived.requirementReasons())
                .containsExactly("A lesser incident with a well-understood cause and no loss needs none");
        assertThat(walk.isRunning(id)).isFalse();
        assertThat(walk.told(id, "postmortem-opened")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Criterion.class)
    void aLesserIncidentNeedsOneForEachReasonOfR1(Criterion criterion) {
        PostmortemId id = walk.incident(SEV_4, criterion);

        assertThat(walk.postmortem(id).requirementReasons()).containsExactly(criterion.label());
        assertThat(walk.openSteps(id)).containsExactly(DESIGNATE_OWNER);
    }

    @ParameterizedTest
    @EnumSource(Criterion.class)
    void aMajorIncidentNeedsOneWhateverElseIsTrue(Criterion criterion) {
        PostmortemId id = walk.incident(SEV_2, criterion);

        assertThat(walk.postmortem(id).requirementReasons())
                .containsExactly("Every major incident (Sev-1 or Sev-2) gets a postmortem", criterion.label());
    }

    @Test
    void anUnknownSeverityIsTheFirstQuestionAndNotAGuess() {
        PostmortemId id = walk.incident(null);

        assertThat(walk.openSteps(id)).containsExactly(SET_SEVERITY);
        assertThat(walk.open(id, SET_SEVERITY).assignee()).isEqualTo(People.COMMANDER);
        assertThat(walk.postmortem(id).required()).isNull();

        walk.does(id, SET_SEVERITY, People.COMMANDER, Map.of("severity", "sev-2"));

        assertThat(walk.postmortem(id).severity()).isEqualTo(SEV_2);
        assertThat(walk.openSteps(id)).containsExactly(DESIGNATE_OWNER);
    }

    @Test
    void aSeverityThatTurnsOutLesserIsWaived() {
        PostmortemId id = walk.incident(null);

        walk.does(id, SET_SEVERITY, People.COMMANDER, Map.of("severity", "sev-5"));

        assertThat(walk.status(id)).isEqualTo(Status.WAIVED);
    }

    @Test
    void theCommanderCanDemandAPostmortemThatWasWaived() {
        PostmortemId id = walk.incident(SEV_3);

        overrule.overrule(id, true, "Customers asked for one", People.COMMANDER);
        walk.runJobs(id);

        assertThat(walk.status(id)).isEqualTo(Status.DRAFT);
        assertThat(walk.openSteps(id)).containsExactly(DESIGNATE_OWNER);
        assertThat(walk.told(id, "postmortem-opened")).isNotEmpty();
    }

    @Test
    void theCommanderCanWaiveAPostmortemThatWasRequired() {
        PostmortemId id = walk.incident(SEV_2);

        overrule.overrule(id, false, "It was a drill", People.COMMANDER);
        walk.runJobs(id);

        assertThat(walk.status(id)).isEqualTo(Status.WAIVED);
        assertThat(walk.postmortem(id).endReason()).isEqualTo("It was a drill");
        assertThat(walk.openSteps(id)).isEmpty();
        assertThat(walk.isRunning(id)).isFalse();
    }
}
