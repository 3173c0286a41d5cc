package org.postmortemflow.lifecycle;

import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;

/**
 * It is this person's turn now; published in the transaction that makes it so.
 *
 * @param by who gave it to them; null when the process did
 */
public record StepAssigned(
        PostmortemId postmortem,
        Step step,
        PersonId person,
        @Nullable PersonId by) {}
