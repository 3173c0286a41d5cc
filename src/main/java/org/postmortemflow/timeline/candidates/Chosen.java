package org.postmortemflow.timeline.candidates;

import java.util.UUID;

/** A candidate that a person wants in the timeline. @param text as the person worded it @param kind a key; may be empty */
public record Chosen(UUID candidate, String text, String kind) {}
