package org.postmortemflow.lifecycle.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Changed;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Recorded;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.StatusChanged;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JpaPostmortems implements Postmortems {

    private final PostmortemRows rows;
    private final History history;
    private final OrganisationTime time;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JpaPostmortems(
            PostmortemRows rows,
            History history,
            OrganisationTime time,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.history = history;
        this.time = time;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Postmortem open(UUID incidentId, String title, @Nullable Severity severity, Instant clockStart) {
        PostmortemEntity row = new PostmortemEntity();
        row.id = UUID.randomUUID();
        row.incidentId = incidentId;
        row.title = title;
        row.severity = severity;
        row.clockStart = clockStart;
        row.openedAt = clock.instant();
        row.customersAffected = severity != null && severity.isMajor();
        rows.saveAndFlush(row);
        history.note(
                new PostmortemId(row.id),
                History.Kind.STATUS,
                "Opened: the incident was resolved " + time.show(clockStart) + ".",
                null);
        events.publishEvent(new Changed(new PostmortemId(row.id)));
        return row.toRecord();
    }

    @Override
    public Postmortem takeOver(
            UUID incidentId, String title, @Nullable Severity severity, Instant day, String from, PersonId by) {
        PostmortemEntity row = new PostmortemEntity();
        row.id = UUID.randomUUID();
        row.incidentId = incidentId;
        row.title = title;
        row.severity = severity;
        row.status = Status.CLOSED;
        row.clockStart = day;
        row.openedAt = day;
        row.closedAt = day;
        row.importedAt = clock.instant();
        rows.saveAndFlush(row);
        history.note(new PostmortemId(row.id), History.Kind.STATUS, "Imported from " + from + ".", by);
        events.publishEvent(new Recorded(new PostmortemId(row.id)));
        return row.toRecord();
    }

    @Override
    @Transactional(readOnly = true)
    public Postmortem get(PostmortemId id) {
        return row(id).toRecord();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Postmortem> ofIncident(UUID incidentId) {
        return rows.findByIncidentId(incidentId).map(PostmortemEntity::toRecord);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Postmortem> all() {
        return rows.findAllByOrderByOpenedAtDesc().stream()
                .map(PostmortemEntity::toRecord)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Postmortem> openOrClosedAfter(Instant after) {
        List<Status> open =
                Arrays.stream(Status.values()).filter(Status::isOpen).toList();
        return Stream.concat(
                        rows.findByStatusIn(open).stream(),
                        rows.findByStatusAndClosedAtAfter(Status.CLOSED, after).stream())
                .sorted(Comparator.comparing((PostmortemEntity row) -> row.openedAt)
                        .reversed())
                .map(PostmortemEntity::toRecord)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Postmortem> of(Collection<PostmortemId> ids) {
        return rows.findAllById(ids.stream().map(PostmortemId::value).toList()).stream()
                .map(PostmortemEntity::toRecord)
                .toList();
    }

    @Override
    public void moveTo(PostmortemId id, Status status, @Nullable PersonId by, @Nullable String reason) {
        PostmortemEntity row = row(id);
        if (!row.status.next().contains(status)) {
            throw new Refused(
                    "A postmortem that is %s cannot become %s.".formatted(row.status.label(), status.label()));
        }
        row.status = status;
        boolean open = status.isOpen();
        row.closedAt = open ? null : clock.instant();
        row.endReason = open || status == Status.CLOSED ? null : reason;
        rows.saveAndFlush(row);
        note(id, History.Kind.STATUS, "Status: " + status.label(), by, reason);
        events.publishEvent(new StatusChanged(id, status));
    }

    @Override
    public void setSeverity(PostmortemId id, Severity severity, @Nullable PersonId by, @Nullable String reason) {
        PostmortemEntity row = row(id);
        row.severity = severity;
        rows.saveAndFlush(row);
        note(id, History.Kind.DECISION, "Severity: " + severity.label(), by, reason);
        events.publishEvent(new Recorded(id));
    }

    @Override
    public void restartClock(PostmortemId id, Instant clockStart) {
        PostmortemEntity row = row(id);
        row.clockStart = clockStart;
        rows.saveAndFlush(row);
        note(
                id,
                History.Kind.DEADLINE,
                "Deadlines now count from " + time.show(clockStart),
                null,
                "the incident was resolved again");
        events.publishEvent(new Recorded(id));
    }

    @Override
    public void recordRequirement(PostmortemId id, boolean required, List<String> reasons, @Nullable PersonId by) {
        PostmortemEntity row = row(id);
        row.required = required;
        row.requirementReasons = new ArrayList<>(reasons);
        rows.saveAndFlush(row);
        String decision = required ? "A postmortem is required" : "No postmortem is required";
        note(id, History.Kind.DECISION, decision, by, String.join("; ", reasons));
    }

    @Override
    public void setCustomersAffected(PostmortemId id, boolean affected, PersonId by) {
        PostmortemEntity row = row(id);
        if (row.customersAffected != affected) {
            row.customersAffected = affected;
            rows.saveAndFlush(row);
            note(
                    id,
                    History.Kind.DECISION,
                    affected ? "Customers were affected" : "Customers were not affected",
                    by,
                    null);
        }
    }

    private PostmortemEntity row(PostmortemId id) {
        return rows.findById(id.value()).orElseThrow(() -> new NoSuchElementException("No postmortem " + id));
    }

    private void note(PostmortemId id, History.Kind kind, String what, @Nullable PersonId by, @Nullable String reason) {
        history.note(id, kind, reason == null || reason.isBlank() ? what + "." : what + ": " + reason, by);
    }
}
