package org.postmortemflow.demo.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;

/** The lines of one postmortem's history, brought into their order at the end. */
final class Notes {

    private final Story story;
    private final Rows rows;
    private final List<Note> notes = new ArrayList<>();

    Notes(Story story, Rows rows) {
        this.story = story;
        this.rows = rows;
    }

    private record Note(Instant at, String text, @Nullable PersonId by) {}

    /** Left out while it is still to come. */
    void note(@Nullable Instant at, String text, @Nullable PersonId by) {
        if (at != null && rows.isPast(at)) {
            notes.add(new Note(at, text, by));
        }
    }

    void write() {
        notes.sort(Comparator.comparing(Note::at));
        Chance chance = new Chance(story.id().value().getMostSignificantBits());
        for (Note note : notes) {
            rows.add(Table.POSTMORTEM_HISTORY, chance.id(), story.id(), note.at(), note.text(), note.by());
        }
    }
}
