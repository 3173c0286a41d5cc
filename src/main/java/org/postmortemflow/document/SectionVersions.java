package org.postmortemflow.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postmortemflow.shared.PostmortemId;

/** What every section said, save by save. */
public interface SectionVersions {

    /** What counts now; sections in which nothing was ever written are missing. */
    Map<SectionName, SectionVersion> current(PostmortemId id);

    /** Newest first. */
    List<SectionVersion> of(PostmortemId id, SectionName section);

    /** One of them; empty for 0, the state before the first. */
    Optional<SectionVersion> one(PostmortemId id, SectionName section, int number);

    /** Lets others who save in this postmortem wait until the caller's transaction ends. */
    void lock(PostmortemId id);

    /** Adds the newest version; the caller has the lock, and has looked at the one before. */
    void add(PostmortemId id, SectionVersion version);
}
