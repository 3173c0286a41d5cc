package org.postmortemflow.timeline.candidates;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PostmortemId;

/** Where candidates are kept. Every call belongs to the caller's transaction. */
public interface Candidates {

    /** Writes all of it down; what an earlier gathering offered under the same key is replaced. */
    void add(PostmortemId id, Gathering gathering, List<Candidate> found, List<Writer> writers, List<Todo> todos);

    /** Newest first. */
    List<Gathering> gatherings(PostmortemId id);

    /** Deletes a gathering with all that it offers; false when the postmortem has none of this id. */
    boolean delete(PostmortemId id, UUID gathering);

    /** How many candidates each channel has, by name. */
    Map<String, Integer> channels(PostmortemId id);

    int count(PostmortemId id, CandidateFilter filter);

    /** In order of time, answers behind what they answer. */
    List<Candidate> page(PostmortemId id, CandidateFilter filter, int offset, int limit);

    /** Those of the postmortem only; unknown ids are left out. */
    List<Candidate> withIds(PostmortemId id, Collection<UUID> candidates);

    /** Of all gatherings, those who wrote most first. */
    List<Writer> writers(PostmortemId id);

    /** In the order of time. */
    List<Todo> todos(PostmortemId id);

    void deleteTodo(PostmortemId id, UUID todo);

    /** Remembers what became of a candidate, also when its gathering is gone. @param item null when it was put aside */
    void use(PostmortemId id, String key, @Nullable UUID item);

    /** Key to timeline item, null for what was put aside. */
    Map<String, @Nullable UUID> used(PostmortemId id);
}
