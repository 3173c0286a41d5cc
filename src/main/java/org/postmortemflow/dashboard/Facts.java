package org.postmortemflow.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.shared.PostmortemId;

/** The facts of all postmortems: what lists and figures are made of. */
public interface Facts {

    Optional<PostmortemFact> find(PostmortemId id);

    /**
     * A part of those that the reader may read: what is late first, then what is due first, then what nothing is to be done for.
     *
     * @param readable what the reader may read, of {@code Readership}
     * @param after the last one of the part before; null to begin
     */
    List<PostmortemFact> list(FactFilter filter, Readable readable, @Nullable Place after, int most);

    /** How many there are that the reader may read. */
    long count(FactFilter filter, Readable readable);

    /** How many there are in all, private ones included. */
    long count(FactFilter filter);

    /** All of them, private ones included, the oldest first: for figures, which are the same for everybody. */
    List<PostmortemFact> all(FactFilter filter);

    /** All that are not ended whose filter fits, whatever its months are, private ones included, the oldest first. */
    List<PostmortemFact> open(FactFilter filter);

    /** Where one stands in a list. */
    record Place(Instant urgency, PostmortemId id) {

        /** The end of time, for what nothing is to be done for. */
        public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

        public static Place of(PostmortemFact fact) {
            PostmortemFact.Next next = fact.next();
            return new Place(next == null ? NEVER : next.lateFrom(), fact.id());
        }
    }
}
