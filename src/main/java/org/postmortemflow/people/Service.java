package org.postmortemflow.people;

import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;

/** A service that customers or colleagues use, the team that runs it and the person who owns it. */
public record Service(
        String id,
        String name,
        String teamId,
        @Nullable PersonId owner,
        @Nullable String pagerDutyId) {}
