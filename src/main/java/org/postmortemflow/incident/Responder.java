package org.postmortemflow.incident;

import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;

/** @param person null for someone who is not in the organisation file: kept by name */
public record Responder(ResponderRole role, @Nullable PersonId person, String name) {}
