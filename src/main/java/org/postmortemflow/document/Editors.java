package org.postmortemflow.document;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** Who has a section open to write in it. It is told to others and never locks anything. */
public interface Editors {

    /** How long somebody is said to write after the last sign of it. */
    Duration SHOWN_FOR = Duration.ofSeconds(60);

    /** The person writes there now. */
    void seen(PostmortemId id, SectionName section, PersonId person);

    /** The person has finished there. */
    void left(PostmortemId id, SectionName section, PersonId person);

    /** Who writes now, the viewer left out, by section; sections in which nobody writes are missing. */
    Map<SectionName, List<PersonId>> othersThan(PersonId viewer, PostmortemId id);
}
