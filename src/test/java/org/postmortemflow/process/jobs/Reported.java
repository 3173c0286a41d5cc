package org.postmortemflow.process.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.process.People;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.context.ApplicationContext;

/** An incident of the checkout service with all roles taken. */
final class Reported {

    private Reported() {}

    /** @param now when it was resolved, too */
    static PostmortemId to(ApplicationContext node, Instant now) {
        IncidentReport report = new IncidentReport(
                "test",
                UUID.randomUUID().toString(),
                null,
                now,
                null,
                "Checkout was slow",
                Severity.SEV_1,
                now.minus(Duration.ofHours(2)),
                now.minus(Duration.ofHours(1)),
                Resolution.at(now),
                List.of(new Mention(People.SERVICE, People.SERVICE)),
                People.ALL_ROLES,
                "",
                Set.of(),
                null);
        return Objects.requireNonNull(
                node.getBean(ReportIncident.class).report(report).postmortem());
    }
}
