package org.postmortemflow.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Severity;

/**
 * What is known of an incident. All instants are UTC.
 *
 * @param source where it was reported, for example {@code pagerduty} or {@code api}
 * @param externalKey its id there; source and key together tell repeats apart
 * @param severity null while unknown
 * @param resolvedAt the last resolution; null while it goes on
 * @param services ids of the organisation's services, or names of services it does not know
 * @param url its page at the source, when it has one
 */
public record Incident(
        UUID id,
        String source,
        String externalKey,
        String title,
        @Nullable Severity severity,
        @Nullable Instant startedAt,
        @Nullable Instant detectedAt,
        @Nullable Instant resolvedAt,
        List<String> services,
        List<Responder> responders,
        String summary,
        Set<Criterion> criteria,
        @Nullable String url) {

    /** How an incident came in, for people. */
    public static String reported(String source) {
        return "The incident was reported %s.".formatted(source.equals("manual") ? "by hand" : "through " + source);
    }

    /** The first person of the organisation with this role. */
    public Optional<PersonId> personWith(ResponderRole role) {
        return responders.stream()
                .filter(responder -> responder.role() == role)
                .map(Responder::person)
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** The same with other responders. */
    public Incident withResponders(List<Responder> others) {
        return new Incident(
                id,
                source,
                externalKey,
                title,
                severity,
                startedAt,
                detectedAt,
                resolvedAt,
                services,
                others,
                summary,
                criteria,
                url);
    }

    /** The same with another summary. */
    public Incident withSummary(String other) {
        return new Incident(
                id,
                source,
                externalKey,
                title,
                severity,
                startedAt,
                detectedAt,
                resolvedAt,
                services,
                responders,
                other,
                criteria,
                url);
    }
}
