package org.postmortemflow.incident;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.incident.IncidentRecords.Known;
import org.postmortemflow.shared.Severity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down an incident of which only the record is wanted: nothing follows from it, no postmortem is opened. */
@Component
public class RecordPastIncident {

    private static final int LONGEST_TITLE = 300;

    private final IncidentRecords records;

    RecordPastIncident(IncidentRecords records) {
        this.records = records;
    }

    /**
     * Instants are null where they are not known.
     *
     * @param source where it is known from
     * @param externalKey tells it apart there
     * @param asOf as of when this is known
     * @return its id
     */
    @Transactional
    public UUID record(
            String source,
            String externalKey,
            String title,
            @Nullable Severity severity,
            @Nullable Instant startedAt,
            @Nullable Instant detectedAt,
            @Nullable Instant resolvedAt,
            Instant asOf) {
        Incident incident = new Incident(
                UUID.randomUUID(),
                source,
                externalKey,
                PlainText.line(title, LONGEST_TITLE),
                severity,
                exact(startedAt),
                exact(detectedAt),
                exact(resolvedAt),
                List.of(),
                List.of(),
                "",
                Set.of(),
                null);
        records.add(new Known(incident, asOf, asOf));
        return incident.id();
    }

    /** As exact as the database keeps it. */
    private static @Nullable Instant exact(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
