package org.postmortemflow.lifecycle.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;

/** A row of {@code postmortem}; the version makes two changes at once collide instead of one being lost. */
@Entity
@Table(name = "postmortem")
class PostmortemEntity {

    @Id
    UUID id = new UUID(0, 0);

    UUID incidentId = new UUID(0, 0);
    String title = "";

    @Enumerated(EnumType.STRING)
    @Column(length = 10)
    @Nullable
    Severity severity;

    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    Status status = Status.DRAFT;

    Instant clockStart = Instant.EPOCH;
    Instant openedAt = Instant.EPOCH;

    @Nullable
    Boolean required;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "postmortem_requirement_reason", joinColumns = @JoinColumn(name = "postmortem_id"))
    @OrderColumn(name = "position")
    @Column(name = "reason", length = 1000)
    List<String> requirementReasons = new ArrayList<>();

    boolean customersAffected;

    @Nullable
    Instant closedAt;

    @Column(length = 4000)
    @Nullable
    String endReason;

    @Nullable
    Instant importedAt;

    @Version
    int version;

    Postmortem toRecord() {
        return new Postmortem(
                new PostmortemId(id),
                incidentId,
                title,
                severity,
                status,
                clockStart,
                openedAt,
                required,
                List.copyOf(requirementReasons),
                customersAffected,
                closedAt,
                endReason,
                importedAt);
    }
}
