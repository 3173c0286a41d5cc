package org.postmortemflow.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where incidents are kept. Every call belongs to the caller's transaction. */
public interface IncidentRecords {

    /**
     * What is known of the incident so far; nobody else changes it until the transaction ends. The summary comes without notes.
     */
    Optional<Known> lock(String source, String externalKey);

    /** @throws org.springframework.dao.DuplicateKeyException when somebody else has just added the same incident */
    void add(Known incident);

    /** Writes the incident as it is known now. */
    void update(Known incident);

    /** Adds a note; it is shown with the summary. */
    void addNote(UUID incident, Instant at, String author, String text);

    /**
     * Remembers a message of a source; false when it was remembered before.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the same message is being remembered by somebody else
     */
    boolean remember(String source, String deliveryId);

    /**
     * An incident and how fresh the knowledge is.
     *
     * @param toldAt as of when the single values are known
     * @param stateAt as of when it is known whether it is resolved
     */
    record Known(Incident incident, Instant toldAt, Instant stateAt) {}
}
