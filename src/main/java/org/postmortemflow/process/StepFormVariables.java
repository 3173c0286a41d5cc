package org.postmortemflow.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.lifecycle.StepForm;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.process.contract.Variables;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.Deadline;
import org.springframework.stereotype.Component;

/** Carries a step's fields to its task and back. They are local to the task: created with it and gone with it. */
@Component
public class StepFormVariables {

    private final Map<Step, StepForm> forms;
    private final OrganisationTime time;
    private final EngineValues values;
    private final SubmittedFields submitted;

    StepFormVariables(List<StepForm> forms, OrganisationTime time, EngineValues values, SubmittedFields submitted) {
        this.forms = forms.stream().collect(Collectors.toMap(StepForm::step, Function.identity()));
        this.time = time;
        this.values = values;
        this.submitted = submitted;
    }

    /** Fills the form with what is known; what is not costs no variable, unless the process has one of that name too. */
    public void prefill(DelegateTask task, PostmortemId id, Step step, @Nullable Deadline deadline) {
        Set<String> ofProcess = ProcessState.allowed();
        forms.get(step).prefill(id).forEach((name, value) -> {
            if (value != null && !"".equals(value) || ofProcess.contains(name)) {
                task.setVariableLocal(name, values.toEngine(value));
            }
        });
        String due = deadline == null ? "" : time.show(deadline.at()) + ". " + deadline.because();
        task.setVariableLocal(Variables.DUE_TEXT, due);
    }

    /** Hands the answers to the step's use case. @throws org.postmortemflow.shared.Refused when it refuses them */
    public void submit(DelegateTask task, PostmortemId id, Step step, PersonId by) {
        Map<String, @Nullable Object> answers = values.fromEngine(submitted.of(task, id));
        forms.get(step).submit(id, new StepAnswers(answers), by);
    }
}
