package org.postmortemflow.reminder;

import java.time.Instant;
import org.postmortemflow.shared.PersonId;

/** When somebody nudged the people of a postmortem. */
public record Nudged(Instant at, PersonId by) {}
