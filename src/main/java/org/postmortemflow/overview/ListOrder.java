package org.postmortemflow.overview;

/** How lists of postmortems are sorted. */
public enum ListOrder {
    /** What is late first, then what is due first, then what nothing is to be done for. Moves as deadlines do. */
    DUE,
    /** By opening, which never changes: who reads on misses nothing and sees nothing twice. */
    NEWEST
}
