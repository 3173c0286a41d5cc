package org.postmortemflow.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;

/** A team with those who answer for its systems. */
public record Team(
        String id,
        String name,
        List<PersonId> members,
        @Nullable PersonId engineeringManager,
        @Nullable PersonId productManager,
        @Nullable PersonId director) {}
