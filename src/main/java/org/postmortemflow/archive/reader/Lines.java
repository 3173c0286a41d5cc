package org.postmortemflow.archive.reader;

import java.util.List;

/**
 * Consecutive lines of the document.
 *
 * @param first the number of the first one in the file; files begin with line 1
 */
record Lines(int first, List<String> texts) {

    /** A whole file; line ends of all systems are understood. */
    static Lines of(String text) {
        return new Lines(
                1, List.of(text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)));
    }

    String text() {
        return String.join("\n", texts);
    }

    String line(int number) {
        return texts.get(number - first);
    }

    int last() {
        return first + texts.size() - 1;
    }

    /** From one line number to another, both included; none when they are in the wrong order. */
    Lines between(int from, int to) {
        return from > to ? new Lines(from, List.of()) : new Lines(from, texts.subList(from - first, to - first + 1));
    }
}
