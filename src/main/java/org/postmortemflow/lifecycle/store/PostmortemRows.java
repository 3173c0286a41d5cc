package org.postmortemflow.lifecycle.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postmortemflow.lifecycle.Status;
import org.springframework.data.jpa.repository.JpaRepository;

interface PostmortemRows extends JpaRepository<PostmortemEntity, UUID> {

    Optional<PostmortemEntity> findByIncidentId(UUID incidentId);

    List<PostmortemEntity> findByStatusIn(Collection<Status> statuses);

    List<PostmortemEntity> findByStatusAndClosedAtAfter(Status status, Instant after);

    List<PostmortemEntity> findAllByOrderByOpenedAtDesc();
}
