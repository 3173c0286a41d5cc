package org.postmortemflow.archive.reader;

/** A row of the timeline whose time has not found its place yet. */
final class RawRow {

    final int line;
    final TimeReading time;
    final StringBuilder event;
    String source = "";

    RawRow(int line, TimeReading time, String event) {
        this.line = line;
        this.time = time;
        this.event = new StringBuilder(event.strip());
    }

    /** More of what happened, after a blank line. */
    void addBlock(String text) {
        add("\n\n", text);
    }

    /** More of what happened, on a line of its own. */
    void addLine(String text) {
        add("\n", text);
    }

    private void add(String between, String text) {
        String more = text.replaceAll("^(?:[ \\t]*\\n)+", "").stripTrailing();
        if (!more.isBlank()) {
            event.append(event.isEmpty() ? "" : between).append(more);
        }
    }
}
