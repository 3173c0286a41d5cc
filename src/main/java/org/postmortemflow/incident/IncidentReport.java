package org.postmortemflow.incident;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Severity;

/**
 * An incident as a source tells it, as of an instant. A later report of the same incident replaces single values and adds to
 * lists; an earlier one that arrives late only fills gaps. Texts that are too long are cut. All instants are UTC.
 *
 * @param source where it comes from, for example {@code pagerduty}
 * @param externalKey its id there; null when it has none: then title and times tell repeats apart
 * @param deliveryId identifies this message, so that it counts once however often it is sent; null when it has no id
 * @param asOf when what it says was true
 * @param reportedBy who made the change that it tells of, when a person did
 * @param severity null when this report does not tell; what was known before stays
 * @param startedAt null when not told; likewise {@code detectedAt}
 * @param url its page at the source; only http and https are kept
 */
public record IncidentReport(
        String source,
        @Nullable String externalKey,
        @Nullable String deliveryId,
        Instant asOf,
        @Nullable Mention reportedBy,
        String title,
        @Nullable Severity severity,
        @Nullable Instant startedAt,
        @Nullable Instant detectedAt,
        Resolution resolution,
        List<Mention> services,
        List<ReportedResponder> responders,
        String summary,
        Set<Criterion> criteria,
        @Nullable String url) {}
