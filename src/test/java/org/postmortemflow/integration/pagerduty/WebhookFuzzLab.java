package org.postmortemflow.integration.pagerduty;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import org.postmortemflow.lab.Experiment;
import org.postmortemflow.lab.Finding;
import org.postmortemflow.lab.Fuzzing;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;

class WebhookFuzzLab {

    private final PagerDutyParser parser = new PagerDutyParser(new ObjectMapper(), Map.of("p1", Severity.SEV_1));

    @Experiment(
            number = 14,
            name = "Fuzzing: PagerDuty",
            what = "changed bodies of PagerDuty's webhooks, read for 60 s (3 s in the ordinary build)",
            passMark = "read or refused with a reason, no other throwable, heap flat")
    void aBodyIsReadOrRefused(Finding finding) throws Exception {
        new Fuzzing(Fuzzing.samples("pagerduty", "d.json"), Set.of(Refused.class)).run(parser::parse, finding);
    }
}
