package org.postmortemflow.lifecycle;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.Names;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person does a step on our page or through REST; it ends at the same door as a task completed in Tasklist. */
@Component
public class DoStep {

    private final Steps steps;
    private final StepForms forms;
    private final Permissions permissions;
    private final PostmortemProcess process;
    private final Names names;

    DoStep(Steps steps, StepForms forms, Permissions permissions, PostmortemProcess process, Names names) {
        this.steps = steps;
        this.forms = forms;
        this.permissions = permissions;
        this.process = process;
        this.names = names;
    }

    /**
     * Answers to fields that the step's form does not have are left out: they must not reach the process.
     *
     * @throws Refused when the step is not open, is somebody else's turn, or the answers cannot be taken
     */
    @Transactional
    public void complete(PostmortemId id, Step step, StepAnswers answers, PersonId by) {
        StepState open = steps.open(id, step)
                .orElseThrow(() -> new Refused("This step is not open: somebody may have done it meanwhile."));
        if (!permissions.mayDo(open, by)) {
            throw new Refused(
                    "It is the turn of %s to do this step.".formatted(names.of(open.assignee(), open.pool())));
        }
        Set<String> fields = forms.of(step).prefill(id).keySet();
        Map<String, @Nullable Object> kept = new HashMap<>(answers.values());
        kept.keySet().retainAll(fields);
        refuseTooLong(kept);
        process.complete(id, step, new StepAnswers(kept), by);
    }

    private static void refuseTooLong(Map<String, @Nullable Object> answers) {
        Problems problems = new Problems();
        answers.forEach((field, value) -> problems.when(
                value instanceof String text && text.length() > StepAnswers.MAX_TEXT,
                field,
                "Please keep this below %,d characters.".formatted(StepAnswers.MAX_TEXT)));
        problems.refuseIfAny();
    }
}
