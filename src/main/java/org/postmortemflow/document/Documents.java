package org.postmortemflow.document;

import java.util.Map;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** What postmortems say. */
public interface Documents {

    /** The longest text of a section, in characters. */
    int MAX_TEXT = 50_000;

    /** Never null; empty where nothing was written yet. */
    Document of(PostmortemId id);

    /** Writes sections; those not named stay as they are. */
    void write(PostmortemId id, Map<SectionName, String> sections, PersonId by);

    /** What a postmortem says. */
    record Document(Map<SectionName, String> sections) {

        /** Empty when not written. */
        public String text(SectionName name) {
            return sections.getOrDefault(name, "");
        }
    }
}
