package org.postmortemflow.demo.history;

import java.time.Instant;
import java.util.List;
import org.postmortemflow.shared.Severity;

/**
 * One incident: what, how bad, and when. Instants are UTC.
 *
 * @param key names it, the same each time
 * @param maturity how well the organisation keeps its promises at that time: 0 as at the beginning, 1 as it does now
 */
record Occurrence(
        String key,
        Plot plot,
        String title,
        List<String> services,
        Severity severity,
        boolean customersAffected,
        Instant started,
        Instant detected,
        Instant mitigated,
        Instant resolved,
        double maturity) {}
