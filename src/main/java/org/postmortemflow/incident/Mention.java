package org.postmortemflow.incident;

import org.jspecify.annotations.Nullable;

/**
 * A person or a service as a report names it.
 *
 * @param reference an id that the organisation file may know: ours, PagerDuty's, or a person's e-mail address
 * @param name what to keep when it does not
 */
public record Mention(@Nullable String reference, String name) {}
