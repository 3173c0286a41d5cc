package org.postmortemflow.timeline.candidates;

import java.util.UUID;

/** Somebody who wrote in a gathered file. @param reference e-mail address or id elsewhere; may be empty */
public record Writer(UUID id, String reference, String name, boolean bot, int messages) {}
