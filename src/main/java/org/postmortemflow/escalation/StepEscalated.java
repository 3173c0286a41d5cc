package org.postmortemflow.escalation;

import java.util.List;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;

/** These persons are told that a step is late; published in the transaction that writes it to them. */
public record StepEscalated(PostmortemId postmortem, Step step, List<PersonId> told) {}
