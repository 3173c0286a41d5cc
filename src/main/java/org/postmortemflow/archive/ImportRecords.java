package org.postmortemflow.archive;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** What was imported, and how it was read. Every call belongs to the caller's transaction. */
public interface ImportRecords {

    /** The postmortems with exactly this content, the first of them first. */
    List<PostmortemId> all(String contentHash);

    /** How often this content was imported. */
    int copies(String contentHash);

    /**
     * @param original the whole file
     * @throws org.springframework.dao.DuplicateKeyException when somebody imports the same content at this moment
     */
    void add(ImportReport report, String contentHash, int copy, String original);

    /** The report of an imported postmortem; empty for one that was made here. */
    Optional<ImportReport> report(PostmortemId id);

    /** The file as it was imported; empty for a postmortem that was made here. */
    Optional<String> original(PostmortemId id);

    /** Keeps what became of files that were sent together, for the person who sent them. */
    void addBatch(UUID batch, PersonId by, List<ImportOutcome> outcomes);

    /** What became of files that were sent together; empty for other persons. */
    List<ImportOutcome> batch(UUID batch, PersonId by);
}
