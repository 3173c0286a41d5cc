package org.postmortemflow.demo.history;

/** Writes one part of a story as the record would have it. */
interface Scribe {

    /** @param notes what the history tells, in any order */
    void write(Story story, Rows rows, Notes notes);
}
