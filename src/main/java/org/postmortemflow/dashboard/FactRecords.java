package org.postmortemflow.dashboard;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PostmortemId;

/** Where facts are written down, and the record that they are computed from. Every call belongs to the caller's transaction. */
public interface FactRecords extends Facts {

    /** What is kept, which nobody else changes until the transaction ends. */
    Map<PostmortemId, Kept> lock(Collection<PostmortemId> ids);

    /** What is so now, computed from the record; one that is not there is left out. */
    List<PostmortemFact> compute(Collection<PostmortemId> ids);

    void add(PostmortemFact fact, String version);

    void change(Kept before, PostmortemFact fact, String version);

    /** Lets some be computed again, in the order of their ids. @return the last of them; empty when there are no more */
    Optional<PostmortemId> forgetVersions(@Nullable PostmortemId after, int most);

    /** Some of those that were computed in another way than this. */
    List<PostmortemId> outdated(String version, int most);

    /** Some postmortems without a row: those that were written into the tables by hand. */
    List<PostmortemId> missing(int most);

    long countOutdated(String version);

    /** What is kept, and the way in which it was computed. */
    record Kept(String version, PostmortemFact fact) {}
}
