package org.postmortemflow.process;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.lifecycle.StepForm;
import org.postmortemflow.notification.Links;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.process.contract.Variables;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.Deadline;
import org.springframework.stereotype.Component;

/**
 * Carries a step's fields to its task and back. They are local to the task: created with it, so that what a form submits
 * overwrites them there and never reaches the process instance, and gone with it.
 */
@Component
public class StepFormVariables {

    private final Map<Step, StepForm> forms;
    private final Postmortems postmortems;
    private final Links links;
    private final OrganisationTime time;
    private final EngineValues values;

    StepFormVariables(
            List<StepForm> forms, Postmortems postmortems, Links links, OrganisationTime time, EngineValues values) {
        this.forms = forms.stream().collect(Collectors.toMap(StepForm::step, Function.identity()));
        this.postmortems = postmortems;
        this.links = links;
        this.time = time;
        this.values = values;
    }

    /** Fills the form with what is known. */
    public void prefill(DelegateTask task, PostmortemId id, Step step, @Nullable Deadline deadline) {
        forms.get(step).prefill(id).forEach((name, value) -> task.setVariableLocal(name, values.toEngine(value)));
        task.setVariableLocal(Variables.POSTMORTEM_URL, links.postmortem(id));
        task.setVariableLocal(Variables.POSTMORTEM_TITLE, postmortems.get(id).title());
        String due = deadline == null ? "" : time.show(deadline.at()) + ". " + deadline.because();
        task.setVariableLocal(Variables.DUE_TEXT, due);
    }

    /** Hands the answers to the step's use case. @throws org.postmortemflow.shared.Refused when it refuses them */
    public void submit(DelegateTask task, PostmortemId id, Step step, PersonId by) {
        Map<String, @Nullable Object> answers = values.fromEngine(task.getVariablesLocal());
        forms.get(step).submit(id, new StepAnswers(answers), by);
    }
}
