package org.postmortemflow.archive.reader;

import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * A block at the top level of some lines.
 *
 * @param lines what it was written as; indentation of what it stands in is taken off
 * @param level of a heading, 1 to 6; otherwise 0
 * @param node null for text that Markdown shows nowhere, for example definitions of links
 */
record Block(Kind kind, Lines lines, int level, @Nullable Node node) {

    enum Kind {
        HEADING,
        TABLE,
        LIST,
        PARAGRAPH,
        /** Code, quotes, HTML, rules: kept as they are. */
        VERBATIM,
        /** Definitions of links. */
        UNSEEN
    }

    /** The heading's text as it is written, without its marks. */
    String heading() {
        String first = lines.texts().get(0).strip();
        return first.startsWith("#")
                ? first.replaceFirst("^#{1,6}", "").replaceFirst("\\s#+$", "").strip()
                : String.join(
                                " ",
                                lines.texts()
                                        .subList(0, Math.max(1, lines.texts().size() - 1)))
                        .strip();
    }

    int firstLine() {
        return lines.first();
    }

    String text() {
        return lines.text();
    }
}
