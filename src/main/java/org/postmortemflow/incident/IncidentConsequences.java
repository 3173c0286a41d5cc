package org.postmortemflow.incident;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.PostmortemProcess;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.stereotype.Component;

/** What news of an incident mean for its postmortem: it is opened, its deadlines move, or its history tells of it. */
@Component
class IncidentConsequences {

    private final Postmortems postmortems;
    private final PostmortemProcess process;
    private final History history;
    private final OrganisationTime time;

    IncidentConsequences(Postmortems postmortems, PostmortemProcess process, History history, OrganisationTime time) {
        this.postmortems = postmortems;
        this.process = process;
        this.history = history;
        this.time = time;
    }

    /**
     * @param before what was known; null for a new incident
     * @param by who brought the news, when known
     */
    ReportOutcome follow(@Nullable Incident before, Incident now, @Nullable PersonId by) {
        Optional<Postmortem> postmortem = postmortems.ofIncident(now.id());
        if (postmortem.isPresent()) {
            resolutionChanged(postmortem.get(), before, now, by);
            severityChanged(postmortem.get(), before, now, by);
            return new ReportOutcome(postmortem.get().id(), false);
        }
        return now.resolvedAt() == null ? ReportOutcome.NOTHING : open(now, by);
    }

    private ReportOutcome open(Incident incident, @Nullable PersonId by) {
        PostmortemId id = postmortems
                .open(
                        incident.id(),
                        incident.title(),
                        incident.severity(),
                        Objects.requireNonNull(incident.resolvedAt()))
                .id();
        history.note(id, Incident.reported(incident.source()), by);
        process.start(id);
        return new ReportOutcome(id, true);
    }

    private void resolutionChanged(
            Postmortem postmortem, @Nullable Incident before, Incident now, @Nullable PersonId by) {
        if (before == null || Objects.equals(before.resolvedAt(), now.resolvedAt())) {
            return;
        }
        if (now.resolvedAt() == null) {
            history.note(
                    postmortem.id(),
                    "The incident was reopened; deadlines count from its next resolution once there is one.",
                    by);
        } else if (!postmortem.status().isOpen()) {
            history.note(
                    postmortem.id(),
                    "The incident was resolved again %s; this postmortem stays %s."
                            .formatted(
                                    time.show(now.resolvedAt()),
                                    postmortem.status().label()),
                    by);
        } else if (!now.resolvedAt().equals(postmortem.clockStart())) {
            postmortems.restartClock(postmortem.id(), now.resolvedAt());
            process.deadlinesChanged(postmortem.id());
        }
    }

    private void severityChanged(
            Postmortem postmortem, @Nullable Incident before, Incident now, @Nullable PersonId by) {
        if (before == null || before.severity() == now.severity() || now.severity() == postmortem.severity()) {
            return;
        }
        Severity told = now.severity();
        Severity set = postmortem.severity();
        if (told != null && set == null && postmortem.status().isOpen()) {
            postmortems.setSeverity(postmortem.id(), told, by, "told by " + now.source());
            process.deadlinesChanged(postmortem.id());
        } else {
            history.note(
                    postmortem.id(),
                    "%s now says: severity %s. The postmortem keeps %s until a person changes it."
                            .formatted(now.source(), label(told), label(set)),
                    by);
        }
    }

    private static String label(@Nullable Severity severity) {
        return severity == null ? "unknown" : severity.label();
    }
}
