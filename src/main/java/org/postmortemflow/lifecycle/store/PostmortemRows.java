package org.postmortemflow.lifecycle.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PostmortemRows extends JpaRepository<PostmortemEntity, UUID> {

    Optional<PostmortemEntity> findByIncidentId(UUID incidentId);

    List<PostmortemEntity> findAllByOrderByOpenedAtDesc();
}
