package org.postmortemflow.readership;

import java.time.Instant;
import org.postmortemflow.shared.PersonId;

/** Why, since when (UTC) and by whom a postmortem is private. */
public record Privacy(String reason, Instant since, PersonId by) {}
