package org.postmortemflow.archive.export;

import java.util.List;

/**
 * A postmortem as a document for people: what its parts are and what they say, in the order in which it is read (R15). Markdown,
 * HTML and PDF are written from this, so that none says more than another.
 */
record Outline(String title, List<Pair> facts, List<Part> parts) {

    /** @param value plain text, may have several lines */
    record Pair(String name, String value) {}

    /**
     * @param note a plain sentence about the part; may be empty
     * @param header empty when the part has no table; all cells are plain text
     */
    record Part(String heading, String note, List<String> header, List<List<String>> rows, List<Passage> passages) {

        static Part table(String heading, String note, List<String> header, List<List<String>> rows) {
            return new Part(heading, note, rows.isEmpty() ? List.of() : header, rows, List.of());
        }

        static Part text(String heading, String markdown) {
            return new Part(heading, "", List.of(), List.of(), List.of(new Passage("", markdown, true)));
        }

        /** Its anchor. */
        public String anchor() {
            return FileNames.slug(heading);
        }
    }

    /**
     * A text under a heading of its own, which may be empty.
     *
     * @param markdown whether it is; else plain text
     */
    record Passage(String heading, String text, boolean markdown) {}
}
