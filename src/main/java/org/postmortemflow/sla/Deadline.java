package org.postmortemflow.sla;

import java.time.Instant;
import java.util.Map;

/**
 * @param at the first instant that is too late, UTC
 * @param because the explanation for people, with the zone, for example "Sev-2, 5 business days after Sat 13 Jun 2026 ..."; at
 *     most 1,000 characters
 * @param rule the source and the rule as it is set, without this case's dates, for example "R9: 5 business days"
 * @param inputs what it was computed from, in order, in words for people: name to value
 */
public record Deadline(Instant at, String because, String rule, Map<String, String> inputs) {}
