package org.postmortemflow.readership;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/**
 * Who reads postmortems. Everybody in the organisation may (R25), except for private ones: those are for their owner, the
 * incident commander, those who have or had a step to do, the facilitator, the readers named, and administrators.
 */
public interface Readership {

    boolean mayRead(PostmortemId id, PersonId person);

    /** A condition for queries that lists and searches add, so that they neither show nor count what is hidden. */
    Readable readable(PersonId person);

    /** Of these, those that the person may not read; ask only for private ones where that is known. */
    Set<PostmortemId> hidden(Collection<PostmortemId> among, PersonId person);

    /** Empty while everybody may read it. */
    Optional<Privacy> privacy(PostmortemId id);

    /** Everybody who was named, in the order of naming. */
    List<Reader> readers(PostmortemId id);

    /** Those who must read it (R25), in the order of naming. */
    default List<Reader> mustRead(PostmortemId id) {
        return readers(id).stream().filter(Reader::mustRead).toList();
    }

    /** Readers of Closed postmortems who were told before this instant and have not read it: for reminders. */
    List<Unread> notReadSince(java.time.Instant told);
}
