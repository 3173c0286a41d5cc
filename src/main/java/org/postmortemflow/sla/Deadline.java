package org.postmortemflow.sla;

import java.time.Instant;

/**
 * @param at the first instant that is too late, UTC
 * @param because the explanation for people, with the zone, for example "Sev-2: 5 business days after Sat 13 Jun 2026"
 */
public record Deadline(Instant at, String because) {}
