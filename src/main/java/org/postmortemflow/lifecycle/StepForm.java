package org.postmortemflow.lifecycle;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;

/**
 * What a step asks and what becomes of the answers: one for each step, in the capability that owns the meaning. Tasklist's
 * form and our page show the same fields and both end in {@link #submit}: the one completion door.
 */
public interface StepForm {

    Step step();

    /**
     * The fields with what is known so far. Values are String, Boolean, Long, or a list of rows (a row maps field to String,
     * Boolean or Long; select options are rows of {@code label} and {@code value}).
     */
    Map<String, @Nullable Object> prefill(PostmortemId id);

    /**
     * Does the step.
     *
     * @throws org.postmortemflow.shared.Refused with a message per field when the answers cannot be taken; nothing is changed
     */
    void submit(PostmortemId id, StepAnswers answers, PersonId by);
}
