package org.postmortemflow.lifecycle;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The incident commander says how severe the incident was; it is not guessed (R1). */
@Component
class SetSeverity implements StepForm {

    private final Postmortems postmortems;

    SetSeverity(Postmortems postmortems) {
        this.postmortems = postmortems;
    }

    @Override
    public Step step() {
        return Step.SET_SEVERITY;
    }

    @Override
    public Map<String, @Nullable Object> prefill(PostmortemId id) {
        List<Map<String, Object>> options = Arrays.stream(Severity.values())
                .map(severity -> Map.<String, Object>of("label", severity.label(), "value", severity.key()))
                .toList();
        return Map.of("severityOptions", options, "severity", "");
    }

    @Override
    @Transactional
    public void submit(PostmortemId id, StepAnswers answers, PersonId by) {
        Severity severity = Severity.parse(answers.text("severity"))
                .orElseThrow(() -> new Refused("severity", "Please choose a severity, Sev-1 to Sev-5."));
        postmortems.setSeverity(id, severity, by, null);
    }
}
