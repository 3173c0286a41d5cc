package org.postmortemflow.archive.reader;

/** A single value that a document tells under a name. */
enum Fact {
    TITLE,
    /** What some call their title, and others a number. */
    INCIDENT,
    DATE,
    SEVERITY,
    STARTED,
    DETECTED,
    RESOLVED,
    TIME_TO_DETECTION,
    TIME_TO_RECOVERY,
    VISIBLE_MINUTES,
    CUSTOMERS_AFFECTED,
    USERS_AFFECTED,
    ZONE,
    /** Kept as text: people stay text, and where a document stood elsewhere is no status here. */
    TEXT
}
