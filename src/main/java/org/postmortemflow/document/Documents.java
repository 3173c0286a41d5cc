package org.postmortemflow.document;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** What postmortems say. */
public interface Documents {

    /** Never null; empty where nothing was written yet. */
    Document of(PostmortemId id);

    /** Writes sections; those not named stay as they are. */
    void write(PostmortemId id, Map<SectionName, String> sections, PersonId by);

    /** Replaces the timeline. */
    void writeTimeline(PostmortemId id, List<TimelineItem> items);

    /** @param timeline ordered by time */
    record Document(Map<SectionName, String> sections, List<TimelineItem> timeline) {

        /** Empty when not written. */
        public String text(SectionName name) {
            return sections.getOrDefault(name, "");
        }
    }

    /**
     * One thing that happened (R17).
     *
     * @param at UTC
     * @param source a link or query that shows where it is known from; may be empty
     */
    record TimelineItem(Instant at, String event, TimelineKind kind, String source) {}
}
