package org.postmortemflow.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.shared.Step.SET_SEVERITY;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.annotation.Autowired;

/** R1: an unknown severity is asked for, not guessed. */
@RoomSlice
class SetSeverityTest {

    @Autowired
    Scene scene;

    @Autowired
    Postmortems postmortems;

    @Test
    void theFormOffersEverySeverityAndGuessesNone() {
        Map<String, ?> form = scene.prefill(scene.postmortem(null), SET_SEVERITY);

        assertThat((List<?>) form.get("severityOptions")).hasSize(5);
        assertThat(form).extracting("severity").isEqualTo("");
    }

    @Test
    void theAnswerIsKeptAndNoted() {
        PostmortemId id = scene.postmortem(null);

        scene.does(id, SET_SEVERITY, "ada", Map.of("severity", "sev-2"));

        assertThat(postmortems.get(id).severity()).isEqualTo(Severity.SEV_2);
        assertThat(scene.history(id)).contains("Severity: Sev-2.");
    }

    @Test
    void noAnswerOrAnUnknownOneIsRefused() {
        PostmortemId id = scene.postmortem(null);

        for (String answer : List.of("", "catastrophic", "sev-6")) {
            assertThatThrownBy(() -> scene.does(id, SET_SEVERITY, "ada", Map.of("severity", answer)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Please choose a severity");
        }
        assertThat(postmortems.get(id).severity()).isNull();
    }
}
