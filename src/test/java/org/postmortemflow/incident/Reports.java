package org.postmortemflow.incident;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Severity;

/** Builds reports of one incident, in the way of a monitoring system called "pager". */
record Reports(String key) {

    static final String SOURCE = "pager";

    static Reports ofNewIncident() {
        return new Reports("K-" + UUID.randomUUID());
    }

    IncidentReport resolved(String at, @Nullable Severity severity) {
        return report(at, severity, Resolution.at(Instant.parse(at)));
    }

    IncidentReport ongoing(String asOf, @Nullable Severity severity) {
        return report(asOf, severity, Resolution.ongoing());
    }

    IncidentReport afterwards(String asOf, @Nullable Severity severity) {
        return report(asOf, severity, Resolution.untold());
    }

    IncidentAddition note(String delivery, String at, String text) {
        return new IncidentAddition(
                SOURCE, key, delivery, Instant.parse(at), "Payments are declined", null, List.of(), "Ada", text);
    }

    private IncidentReport report(String asOf, @Nullable Severity severity, Resolution resolution) {
        return new IncidentReport(
                SOURCE,
                key,
                null,
                Instant.parse(asOf),
                new Mention("PADA001", "A. Example"),
                "Payments are declined as of " + asOf,
                severity,
                null,
                null,
                resolution,
                List.of(new Mention("PSVC001", "the gateway"), new Mention("PUNKNOWN", "Ledger")),
                List.of(
                        new ReportedResponder(ResponderRole.SCRIBE, new Mention("ADA@example.com", "A.")),
                        new ReportedResponder(ResponderRole.RESPONDER, new Mention("PGONE", "Ben Stranger"))),
                "",
                Set.of(),
                "javascript:alert(1)");
    }
}
