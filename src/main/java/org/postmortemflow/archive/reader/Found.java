package org.postmortemflow.archive.reader;

/** What a timeline holds, in the order of the document: rows, and days that stand above them. */
sealed interface Found {

    /** A row. */
    record OfRow(RawRow row) implements Found {}

    /** From here on times are of this day. */
    record OfDay(ToldDate day, int line) implements Found {}
}
