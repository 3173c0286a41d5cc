package org.postmortemflow.readership;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** Where readers and privacy are written down. Every call belongs to the caller's transaction. */
public interface ReadershipRecords extends Readership {

    /** Nobody else names readers or changes the status of this postmortem until the transaction ends. */
    void lock(PostmortemId id);

    /** Names readers; who is named already stays as is, and must read it from now on when {@code mustRead}. */
    void name(
            PostmortemId id,
            Collection<PersonId> persons,
            @Nullable String team,
            boolean mustRead,
            PersonId by,
            Instant at);

    void remove(PostmortemId id, PersonId person);

    void told(PostmortemId id, PersonId person, Instant at);

    /** False when the person is not asked to read it; a second time changes nothing. */
    boolean read(PostmortemId id, PersonId person, Instant at);

    void close(PostmortemId id, Privacy privacy);

    void open(PostmortemId id);
}
