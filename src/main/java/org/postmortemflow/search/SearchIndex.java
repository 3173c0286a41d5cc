package org.postmortemflow.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.shared.PostmortemId;

/** Where it is kept which word stands in which postmortem. Every call belongs to the caller's transaction. */
public interface SearchIndex {

    /** Lets the postmortem be read (again) by whoever comes first after this transaction; waits for who reads it now. */
    void markOutdated(PostmortemId id);

    /** Lets nobody read it again before it changes or the application starts. */
    void markUnreadable(PostmortemId id);

    /** The version in which the postmortem was read last, 0 when it has changed since; nobody else reads it until the transaction ends. */
    int lock(PostmortemId id);

    /** Replaces what is known of a locked postmortem. */
    void write(PostmortemId id, int version, List<Passage> passages, Map<String, Weight> words);

    /** Lets every postmortem be read again. */
    void forgetVersions();

    /** Lets those be read again that were not read in this version. */
    void forgetOtherVersions(int version);

    /** Some of those that are to be read. */
    List<PostmortemId> changed(int most);

    /** How many are to be read. */
    long countChanged();

    long countAll();

    /** In how many postmortems each word stands; a word that stands nowhere is left out. */
    Map<String, Long> frequencies(Collection<String> words);

    /** All words of each of these postmortems. */
    Map<PostmortemId, Map<String, Weight>> words(Collection<PostmortemId> ids);

    /** The texts of postmortems, in reading order; boost is not kept. */
    Map<PostmortemId, List<Passage>> texts(Collection<PostmortemId> ids);

    /** The names or ids of the services of each, as the incident names them. */
    Map<PostmortemId, List<String>> services(Collection<PostmortemId> ids);

    /** One part of all matches, the best first, then the newest. */
    List<Match> matches(Matching matching, Readable readable, Window window);

    /** How much a word counts in a postmortem, and whether it is among the contributing factors. */
    record Weight(int weight, boolean factor) {}
}
