package org.postmortemflow.timeline;

import java.time.Instant;
import java.util.UUID;

/** Something that was asked for during the incident, and may become a follow-up. @param source as of a timeline item */
public record TodoCandidate(UUID id, Instant at, String author, String text, String source) {}
