package org.postmortemflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.ReportedResponder;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.lifecycle.StepForm;
import org.postmortemflow.lifecycle.StepForms;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;

/** Sets the scene for tests of rooms: incidents of the demo organisation, and steps done without an engine. */
public final class Scene {

    private final ReportIncident reportIncident;
    private final StepForms forms;
    private final History history;

    Scene(ReportIncident reportIncident, StepForms forms, History history) {
        this.reportIncident = reportIncident;
        this.forms = forms;
        this.history = history;
    }

    /** A postmortem of an incident of Checkout API that was resolved at {@link TestClock#START}. */
    public PostmortemId postmortem(@Nullable Severity severity, ReportedResponder... responders) {
        return postmortem(severity, "checkout-api", responders);
    }

    public PostmortemId postmortem(@Nullable Severity severity, String service, ReportedResponder... responders) {
        Instant resolved = TestClock.START;
        IncidentReport report = new IncidentReport(
                "test",
                UUID.randomUUID().toString(),
                null,
                resolved,
                null,
                "Checkout was slow",
                severity,
                resolved.minus(Duration.ofHours(2)),
                resolved.minus(Duration.ofHours(1)),
                Resolution.at(resolved),
                List.of(new Mention(service, service)),
                Arrays.asList(responders),
                "",
                Set.of(),
                null);
        return Objects.requireNonNull(reportIncident.report(report).postmortem());
    }

    /** Somebody of the demo organisation, by id. */
    public static ReportedResponder responder(ResponderRole role, String person) {
        return new ReportedResponder(role, new Mention(person, person));
    }

    public Map<String, @Nullable Object> prefill(PostmortemId id, Step step) {
        return forms.of(step).prefill(id);
    }

    /** As the engine does it: the answers on top of what was filled in before. */
    public void does(PostmortemId id, Step step, String person, Map<String, ?> answers) {
        StepForm form = forms.of(step);
        Map<String, @Nullable Object> all = new HashMap<>(form.prefill(id));
        all.putAll(answers);
        form.submit(id, new StepAnswers(all), new PersonId(person));
    }

    /** What is refused when these answers are given; empty when they are taken. */
    public Map<String, String> problemsOf(PostmortemId id, Step step, String person, Map<String, ?> answers) {
        try {
            does(id, step, person, answers);
            return Map.of();
        } catch (Refused refused) {
            return refused.problems();
        }
    }

    /** The lines of the history, oldest first. */
    public List<String> history(PostmortemId id) {
        return history.of(id).stream().map(History.Entry::text).toList();
    }
}
