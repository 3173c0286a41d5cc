package org.postmortemflow.lifecycle;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the form of a step among those that the capabilities bring. */
@Component
public class StepForms {

    private final ObjectProvider<StepForm> forms;

    StepForms(ObjectProvider<StepForm> forms) {
        this.forms = forms;
    }

    public StepForm of(Step step) {
        Map<Step, StepForm> byStep = forms.stream().collect(Collectors.toMap(StepForm::step, Function.identity()));
        return Optional.ofNullable(byStep.get(step))
                .orElseThrow(() -> new IllegalStateException("No room brings a form for " + step.key()));
    }
}
