package org.postmortemflow.privacy;

import java.time.Instant;
import java.util.List;
import org.postmortemflow.people.PersonTable;
import org.postmortemflow.people.Pseudonym;
import org.postmortemflow.privacy.domain.Replacing;
import org.postmortemflow.shared.PersonId;

/** The tables of all rooms, as their {@link org.postmortemflow.people.PersonRecords} describe them, and who was made nameless when. */
public interface ErasureRecords {

    /** How many values of the table speak of the person. */
    long count(PersonTable table, Replacing replacing);

    /** Lets all of them speak of somebody nameless. @return how many they were */
    long replace(PersonTable table, Replacing replacing);

    /** A number that nobody had before. Belongs to the caller's transaction, and one such at a time. */
    Pseudonym next(PersonId by, Instant at);

    void finished(Pseudonym pseudonym, long values);

    /** The newest first; nothing tells who they were. */
    List<Erasure> all();

    /** @param values how many were replaced */
    record Erasure(Pseudonym pseudonym, Instant at, PersonId by, long values) {}
}
